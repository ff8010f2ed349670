package dev.fettle.report.ink;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What every picture keeps, so that it can be read. Stateless, for any thread. */
public final class PictureRules {
    /** Of words of this size at level AA of WCAG 2.2. */
    private static final double CONTRAST = 4.5;

    /** The ground of light pages, and of the two dark ones of JupyterLab: the notebook's, and the lighter one around it. */
    private static final Color LIGHT = Color.WHITE;

    private static final List<Color> DARK = List.of(new Color(0x111111), new Color(0x212121));

    /** Words of one line that are nearer than this read as one, in CSS pixels. */
    private static final double APART = 3;

    /** Coordinates in a file have one decimal. */
    private static final double ROUNDING = 0.1;

    private PictureRules() {}

    /**
     * What is wrong with a plot, a sentence each; none if all is well.
     *
     * @param picture of it, an SVG
     */
    public static List<String> broken(Plot plot, Picture picture) {
        List<String> broken = new ArrayList<>(ClipWatch.of(plot));
        broken.addAll(broken(picture));
        return broken;
    }

    static List<String> broken(Picture picture) {
        Drawn drawn = SvgReader.read(picture);
        List<String> broken = new ArrayList<>(overlaps(drawn));
        broken.addAll(outside(drawn));
        broken.addAll(pale(drawn));
        return broken;
    }

    private static List<String> overlaps(Drawn drawn) {
        List<String> broken = new ArrayList<>();
        List<Drawn.Word> words = drawn.words();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (meet(words.get(i), words.get(j))) {
                    broken.add("Label (%s) must not touch label (%s)."
                            .formatted(words.get(i).text(), words.get(j).text()));
                }
            }
        }
        return broken;
    }

    private static boolean meet(Drawn.Word a, Drawn.Word b) {
        Rectangle2D near = a.ink().getBounds2D();
        boolean upright = !a.turned() && !b.turned();
        double room = upright ? APART : 0;
        near.setFrame(near.getX() - room, near.getY(), near.getWidth() + 2 * room, near.getHeight());
        if (upright || !near.intersects(b.ink().getBounds2D())) {
            return near.intersects(b.ink().getBounds2D());
        }
        Area both = new Area(a.ink());
        both.intersect(new Area(b.ink()));
        return !both.isEmpty();
    }

    private static List<String> outside(Drawn drawn) {
        Rectangle2D view = drawn.view();
        Rectangle2D room = new Rectangle2D.Double(
                -ROUNDING, -ROUNDING, view.getWidth() + 2 * ROUNDING, view.getHeight() + 2 * ROUNDING);
        List<String> broken = new ArrayList<>();
        for (Drawn.Word w : drawn.words()) {
            if (!within(room, w.ink().getBounds2D())) {
                broken.add("Label (%s) must lie within the picture, not at %s.".formatted(w.text(), place(w.ink())));
            }
        }
        for (Drawn.Mark m : drawn.marks()) {
            if (!within(room, m.bounds())) {
                broken.add("Mark (%s) must lie within the picture, not at %s."
                        .formatted(hex(m.colours().light()), place(m.bounds())));
            }
        }
        return broken;
    }

    /** Lines have an extent of 0, and are inside too. */
    static boolean within(Rectangle2D room, Rectangle2D b) {
        return b.getMinX() >= room.getMinX()
                && b.getMaxX() <= room.getMaxX()
                && b.getMinY() >= room.getMinY()
                && b.getMaxY() <= room.getMaxY();
    }

    private static List<String> pale(Drawn drawn) {
        List<String> broken = new ArrayList<>();
        for (Drawn.Word word : drawn.words()) {
            if (check(broken, drawn, word, LIGHT, Drawn.Colours::light)) {
                DARK.forEach(page -> check(broken, drawn, word, page, Drawn.Colours::dark));
            }
        }
        return broken;
    }

    private static boolean check(
            List<String> broken, Drawn drawn, Drawn.Word word, Color page, Function<Drawn.Colours, Color> theme) {
        Rectangle2D box = word.ink().getBounds2D();
        Color ink = theme.apply(word.colours());
        for (double share : new double[] {0.05, 0.5, 0.95}) {
            double x = box.getX() + share * box.getWidth();
            Color ground = ground(drawn, word, x, box.getCenterY(), page, theme);
            double contrast = Contrast.of(ink, ground);
            if (contrast < CONTRAST) {
                broken.add(String.format(
                        Locale.ROOT,
                        "Label (%s) must have a contrast of %.1f, not of %.2f: %s upon %s.",
                        word.text(),
                        CONTRAST,
                        contrast,
                        hex(ink),
                        hex(ground)));
                return false;
            }
        }
        return true;
    }

    /** What is seen behind a word at a place. Lines are passed over: they are thin, and grid lines pale. */
    private static Color ground(
            Drawn drawn, Drawn.Word word, double x, double y, Color page, Function<Drawn.Colours, Color> theme) {
        Color ground = page;
        for (Drawn.Mark m : drawn.marks()) {
            if (m.filled() && m.order() < word.order() && m.shape().contains(x, y)) {
                ground = Contrast.over(ground, theme.apply(m.colours()), m.opacity());
            }
        }
        return ground;
    }

    private static String hex(Color c) {
        return "#" + Integer.toHexString(c.getRGB() | 0xff000000).substring(2);
    }

    private static String place(Shape shape) {
        Rectangle2D b = shape.getBounds2D();
        return String.format(
                Locale.ROOT, "%.1f to %.1f, %.1f to %.1f", b.getMinX(), b.getMaxX(), b.getMinY(), b.getMaxY());
    }
}
