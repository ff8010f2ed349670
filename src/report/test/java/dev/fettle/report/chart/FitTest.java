package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    @Test
    void aWordForWhichThereIsRoomStaysWhole() {
        assertThat(Fit.within("units", FONT, Fit.width("units", FONT))).isEqualTo("units");
        assertThat(Fit.within("", FONT, 0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 100, 150})
    void ofALongWordBothEndsStay(int room) {
        String shown = Fit.within("a_parameter_with_a_long_name_12", FONT, room);
        assertThat(Fit.width(shown, FONT)).isLessThanOrEqualTo(room);
        assertThat(shown).startsWith("a").endsWith("2").contains("…").hasSizeGreaterThan(room / 12);
    }

    @Test
    void aSymbolOfTwoUnitsIsNotTornApart() {
        assertThat(Fit.within("😀😀😀😀", FONT, 30).replace("…", "").replace("😀", ""))
                .isEmpty();
    }

    @Test
    void aWordMovesNoFurtherThanItMust() {
        assertThat(Fit.middle(50, 20, 0, 100)).isEqualTo(50);
        assertThat(Fit.middle(5, 20, 0, 100)).isEqualTo(10);
        assertThat(Fit.middle(99, 20, 0, 100)).isEqualTo(90);
    }
}
