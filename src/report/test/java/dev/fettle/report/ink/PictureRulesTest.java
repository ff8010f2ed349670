package dev.fettle.report.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYChart;

/** Pictures that are broken in one way each: a rule that cannot fail proves nothing. */
class PictureRulesTest {
    private static Picture drawn(Consumer<Graphics2D> painter) {
        SvgCanvas canvas = new SvgCanvas(200, 100, new Lettering(Set.of()));
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        canvas.setColor(Look.INK);
        painter.accept(canvas);
        return new Picture("image/svg+xml", canvas.document().getBytes(StandardCharsets.UTF_8), 200, 100, "A.");
    }

    private static List<String> broken(Consumer<Graphics2D> painter) {
        return PictureRules.broken(drawn(painter));
    }

    /** A chart that paints this alone. */
    private static Plot plot(Consumer<Graphics2D> painter) {
        return Plot.of(
                new XYChart(200, 100) {
                    @Override
                    public void paint(Graphics2D g, int width, int height) {
                        painter.accept(g);
                    }
                },
                "A.");
    }

    @Test
    void aGoodPictureHasNoFault() {
        assertThat(broken(g -> {
                    g.drawString("one", 10, 20);
                    g.drawString("two", 10, 36);
                    g.drawString("three", 60, 20);
                    g.fill(new Ellipse2D.Double(190, 90, 10, 10));
                    g.draw(new Line2D.Double(0.5, 50, 199.5, 50));
                }))
                .isEmpty();
    }

    @Test
    void labelsUponEachOtherAreFound() {
        assertThat(broken(g -> {
                    g.drawString("one", 10, 20);
                    g.drawString("two", 20, 24);
                }))
                .containsExactly("Label (one) must not touch label (two).");
    }

    @Test
    void labelsOfOneLineThatReadAsOneAreFound() {
        assertThat(broken(g -> {
                    g.drawString("HH", 10, 20);
                    g.drawString("HH", 10 + g.getFontMetrics().stringWidth("HH"), 20);
                }))
                .hasSize(1);
    }

    @Test
    void labelsThatLeanAreMeasuredAlongTheirLine() {
        Consumer<Graphics2D> leaning = g -> {
            g.translate(20, 90);
            g.rotate(-Math.PI / 4);
            g.drawString("leaning far", 0, 0);
        };
        assertThat(broken(leaning.andThen(g -> g.drawString("beside it", 30, 20))))
                .isEmpty();
        assertThat(broken(leaning.andThen(g -> g.drawString("upon it", 20, 5)))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"-3, 20", "190, 20", "10, 5", "10, 102"})
    void aLabelBeyondTheRimIsFound(float x, float y) {
        assertThat(broken(g -> g.drawString("gone", x, y)))
                .singleElement()
                .asString()
                .startsWith("Label (gone) must lie within the picture, not at ");
    }

    @Test
    void aMarkBeyondTheRimIsFoundAndThePenCounts() {
        assertThat(broken(g -> g.fill(new Ellipse2D.Double(195, 50, 6, 6)))).hasSize(1);
        assertThat(broken(g -> {
                    g.setStroke(new BasicStroke(3));
                    g.draw(new Line2D.Double(1, 10, 100, 10));
                }))
                .singleElement()
                .asString()
                .startsWith("Mark (#737373) must lie within the picture, not at ");
    }

    @Test
    void paleWordsAreFoundOnLightPagesAndOnDarkOnes() {
        assertThat(broken(g -> {
                    g.setColor(new Color(0x999999));
                    g.drawString("pale", 10, 20);
                }))
                .containsExactly("Label (pale) must have a contrast of 4.5, not of 2.85: #999999 upon #ffffff.");
        assertThat(broken(g -> {
                    g.setColor(new Color(0x333333));
                    g.drawString("dark", 10, 20);
                }))
                .hasSize(2)
                .allMatch(b -> b.contains("upon #111111") || b.contains("upon #212121"));
    }

    @Test
    void theGroundOfAWordIsWhatLiesBehindItsEndsToo() {
        assertThat(broken(g -> {
                    g.drawString("before", 10, 20);
                    g.setColor(new Color(0x999999));
                    g.fill(new Rectangle2D.Double(30, 40, 100, 20));
                    g.setColor(Look.INK);
                    g.drawString("half upon it", 10, 55);
                }))
                .isNotEmpty()
                .allMatch(b -> b.startsWith("Label (half upon it) must have"));
    }

    @Test
    void whatAClipCutsOffIsFound() {
        assertThat(ClipWatch.of(plot(g -> {
                    g.setClip(10, 10, 100, 50);
                    g.fill(new Ellipse2D.Double(50, 30, 8, 8));
                    g.setColor(Look.BEST);
                    g.fill(new Ellipse2D.Double(106, 30, 8, 8));
                })))
                .containsExactly("Mark (#d55e00) must not be clipped, as it is at 106.0 to 114.0, 30.0 to 38.0.");
    }

    @Test
    void aFileOfOthersIsRefused() {
        Picture other = new Picture("image/svg+xml", "<svg><rect/></svg>".getBytes(StandardCharsets.UTF_8), 9, 9, "A.");
        assertThatThrownBy(() -> PictureRules.broken(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Picture (A.) must be an SVG of ours.");
    }
}
