package dev.fettle.report.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTextTest {
    private static String body(SvgText svg) {
        String document = svg.document();
        return document.substring(
                document.indexOf(SvgText.DARK) + SvgText.DARK.length(), document.length() - "</svg>".length());
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.34, 12.3", "12.04, 12", "0.256, 0.26", "-0.001, 0", "100, 100", "-3.96, -4"})
    void numbersAreShort(double value, String shown) {
        assertThat(SvgText.number(value)).isEqualTo(shown);
    }

    @Test
    void linesThatMeetAreOne() {
        SvgText svg = new SvgText(10, 10);
        svg.path(" stroke=\"red\"", new Line2D.Double(0, 0, 5, 0));
        svg.path(" stroke=\"red\"", new Line2D.Double(5, 0, 5, 5));
        svg.path(" stroke=\"red\"", new Line2D.Double(0, 9, 5, 9));
        svg.path(" stroke=\"blue\"", new Line2D.Double(1, 1, 2, 2));
        assertThat(body(svg))
                .isEqualTo("<path stroke=\"red\" d=\"M0 0L5 0L5 5M0 9L5 9\"/><path stroke=\"blue\" d=\"M1 1L2 2\"/>");
    }

    @Test
    void aNumberThatEndsLikeAnotherIsNotThatOther() {
        SvgText svg = new SvgText(10, 10);
        svg.path("", new Line2D.Double(0, 0, 15, 0));
        svg.path("", new Line2D.Double(5, 0, 6, 0));
        assertThat(body(svg)).isEqualTo("<path d=\"M0 0L15 0M5 0L6 0\"/>");
    }

    @Test
    void rectanglesAreClosed() {
        SvgText svg = new SvgText(10, 10);
        svg.path("", new Rectangle2D.Double(1, 2, 3, 4));
        assertThat(body(svg)).isEqualTo("<path d=\"M1 2L4 2L4 6L1 6L1 2Z\"/>");
    }

    @Test
    void wordsThatEndTogetherAreAnchoredThere() {
        SvgText svg = new SvgText(100, 100);
        svg.word("", "0.95", 0, 10, 20, 30);
        svg.word("", "1", 0, 32, 40, 8);
        svg.word("", "alone", 0, 60, 90, 20);
        svg.word("", "turned", 90, 5, 80, 40);
        assertThat(body(svg))
                .isEqualTo("<g><text x=\"40\" y=\"20\" text-anchor=\"end\">0.95</text>"
                        + "<text x=\"40\" y=\"40\" text-anchor=\"end\">1</text>"
                        + "<text x=\"70\" y=\"90\" text-anchor=\"middle\">alone</text>"
                        + "<text transform=\"translate(5 60)rotate(-90)\" text-anchor=\"middle\">turned</text></g>");
    }

    @Test
    void manyCirclesBecomeDotsOfOnePath() {
        SvgText svg = new SvgText(10, 10);
        for (int i = 0; i < 201; i++) {
            svg.circle(" fill=\"red\" fill-opacity=\"0.5\"", i, 1, 2);
        }
        assertThat(body(svg))
                .startsWith("<path stroke=\"red\" stroke-opacity=\"0.5\" stroke-linecap=\"round\" stroke-width=\"4\" "
                        + "d=\"M0 1h0M1 1h0");
    }
}
