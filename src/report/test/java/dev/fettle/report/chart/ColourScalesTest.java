package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.ink.Contrast;
import dev.fettle.report.ink.SvgText;
import java.awt.Color;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Colours that mean an order have it for all eyes, and in grey. */
class ColourScalesTest {
    private static final int STEPS = 100;

    @Test
    void theColoursOfNumbersGrowLighter() {
        assertThat(Contrast.monotone(List.of(ColourBar.colours()))).isTrue();
        assertThat(Contrast.monotone(IntStream.rangeClosed(0, STEPS)
                        .mapToObj(i -> ColourBar.colour(i / (double) STEPS))
                        .toList()))
                .isTrue();
        assertThat(Contrast.lightness(ColourBar.colour(0))).isLessThan(Contrast.lightness(ColourBar.colour(1)));
    }

    @Test
    void theShadesOfAnOrderGrowDeeper() {
        assertThat(Contrast.monotone(
                        IntStream.range(0, Shades.COUNT).mapToObj(Shades::color).toList()))
                .isTrue();
        assertThat(Contrast.lightness(Shades.color(0))).isGreaterThan(Contrast.lightness(Shades.color(1)));
    }

    @Test
    void onDarkPagesTheDeepestShadesAreLighterAndAllAreSeen() {
        List<Color> dark = IntStream.range(0, Shades.COUNT)
                .mapToObj(Shades::color)
                .map(ColourScalesTest::onDarkPages)
                .toList();
        assertThat(Contrast.monotone(dark)).isTrue();
        assertThat(dark).allMatch(c -> Contrast.of(c, new Color(0x212121)) > 2.5);
        assertThat(Contrast.of(Shades.color(Shades.COUNT - 1), new Color(0x212121)))
                .isLessThan(2.5);
    }

    /** As the rule in each picture has it. */
    private static Color onDarkPages(Color color) {
        String hex = "#%06x".formatted(color.getRGB() & 0xffffff);
        Matcher rule =
                Pattern.compile("\\[fill=\"" + hex + "\"]\\{fill:(#\\w+)}").matcher(SvgText.DARK);
        return rule.find() ? Color.decode(rule.group(1)) : color;
    }

    @Test
    void lettersCanBeReadUponEachColourOfNumbers() {
        assertThat(IntStream.rangeClosed(0, 10 * STEPS).mapToDouble(i -> i / (10.0 * STEPS)))
                .allMatch(share -> Contrast.of(ColourBar.letters(share), ColourBar.colour(share)) >= 4.5);
    }
}
