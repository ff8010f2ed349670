package dev.fettle.report.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {
    @Test
    void contrastIsThatOfTheGuidelines() {
        assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.of(Color.RED, Color.RED)).isEqualTo(1);
        // The grey that is known as the palest upon white.
        assertThat(Contrast.of(new Color(0x767676), Color.WHITE)).isBetween(4.5, 4.6);
        assertThat(Contrast.of(new Color(0x777777), Color.WHITE)).isLessThan(4.5);
    }

    @Test
    void lightnessRunsFromBlackToWhiteInStepsThatLookEqual() {
        assertThat(Contrast.lightness(Color.BLACK)).isZero();
        assertThat(Contrast.lightness(Color.WHITE)).isCloseTo(100, within(1e-9));
        assertThat(Contrast.lightness(new Color(0x777777))).isCloseTo(50, within(0.1));
    }

    @Test
    void aScaleThatTurnsBackOrStandsStillIsNotMonotone() {
        assertThat(Contrast.monotone(List.of(Color.BLACK, Color.GRAY, Color.WHITE)))
                .isTrue();
        assertThat(Contrast.monotone(List.of(Color.WHITE, Color.GRAY, Color.BLACK)))
                .isTrue();
        assertThat(Contrast.monotone(List.of(Color.BLACK, Color.WHITE, Color.GRAY)))
                .isFalse();
        assertThat(Contrast.monotone(List.of(Color.BLACK, Color.GRAY, Color.GRAY, Color.WHITE)))
                .isFalse();
        // A rainbow.
        assertThat(Contrast.monotone(List.of(Color.BLUE, Color.CYAN, Color.GREEN, Color.YELLOW, Color.RED)))
                .isFalse();
    }

    @Test
    void aPaintMixesWithItsGround() {
        assertThat(Contrast.over(Color.WHITE, Color.BLACK, 0.5)).isEqualTo(new Color(128, 128, 128));
        assertThat(Contrast.over(Color.WHITE, Color.RED, 1)).isEqualTo(Color.RED);
    }
}
