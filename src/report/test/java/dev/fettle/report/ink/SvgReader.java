package dev.fettle.report.ink;

import dev.fettle.report.ink.Drawn.Colours;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the SVG that we write. Confined to one file. */
final class SvgReader {
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);
    private static final Pattern DARK = Pattern.compile("\\[fill=\"(#\\w+)\"]\\{fill:(#\\w+)}");
    private static final Pattern TURNED = Pattern.compile("translate\\((\\S+) (\\S+)\\)rotate\\((\\S+)\\)");
    private static final Pattern STEP = Pattern.compile("([A-Za-z])([^A-Za-z]*)");

    private final Map<String, String> dark = new HashMap<>();
    private final List<Drawn.Word> words = new ArrayList<>();
    private final List<Drawn.Mark> marks = new ArrayList<>();

    private SvgReader() {}

    /**
     * What a picture shows.
     *
     * @throws IllegalArgumentException if there is something in it that we never write
     */
    static Drawn read(Picture picture) {
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(picture.bytes()))
                    .getDocumentElement();
            SvgReader reader = new SvgReader();
            reader.children(root);
            return new Drawn(
                    new Rectangle2D.Double(0, 0, picture.width(), picture.height()), reader.words, reader.marks);
        } catch (Exception e) {
            throw new IllegalArgumentException("Picture (" + picture.alt() + ") must be an SVG of ours.", e);
        }
    }

    private void children(Element parent) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                element(e);
            }
        }
    }

    private void element(Element e) {
        switch (e.getTagName()) {
            case "style" -> {
                for (Matcher rule = DARK.matcher(e.getTextContent()); rule.find(); ) {
                    dark.put(rule.group(1), rule.group(2));
                }
            }
            case "g" -> children(e);
            case "text" -> word(e);
            case "circle" -> mark(e, circle(number(e, "cx"), number(e, "cy"), number(e, "r")));
            case "path" -> mark(e, path(e.getAttribute("d")));
            default -> throw new IllegalArgumentException("Element (" + e.getTagName() + ") must be one we write.");
        }
    }

    private static Shape circle(double x, double y, double r) {
        return new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
    }

    private void word(Element e) {
        if (e.getTextContent().isBlank()) {
            return;
        }
        boolean bold = inherited(e, "font-weight").equals("bold");
        Font font = new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont(Float.parseFloat(inherited(e, "font-size")));
        TextLayout layout = new TextLayout(e.getTextContent(), font, PLAIN);
        double share =
                switch (e.getAttribute("text-anchor")) {
                    case "end" -> 1;
                    case "middle" -> 0.5;
                    default -> 0;
                };
        AffineTransform place = AffineTransform.getTranslateInstance(number(e, "x"), number(e, "y"));
        Matcher turn = TURNED.matcher(e.getAttribute("transform"));
        if (turn.matches()) {
            place.translate(Double.parseDouble(turn.group(1)), Double.parseDouble(turn.group(2)));
            place.rotate(Math.toRadians(Double.parseDouble(turn.group(3))));
        }
        place.translate(-share * layout.getAdvance(), 0);
        Shape ink = place.createTransformedShape(layout.getBounds());
        words.add(new Drawn.Word(
                e.getTextContent(), ink, turn.matches(), colours(inherited(e, "fill")), words.size() + marks.size()));
    }

    private void mark(Element e, Shape shape) {
        String fill = inherited(e, "fill");
        String stroke = inherited(e, "stroke");
        boolean filled = stroke.isEmpty();
        String opacity = inherited(e, filled ? "fill-opacity" : "stroke-opacity");
        double pen = filled ? 0 : Math.max(1, number(e, "stroke-width")) / 2;
        Rectangle2D bounds = shape.getBounds2D();
        bounds.setFrame(
                bounds.getX() - pen, bounds.getY() - pen, bounds.getWidth() + 2 * pen, bounds.getHeight() + 2 * pen);
        marks.add(new Drawn.Mark(
                shape,
                bounds,
                filled,
                colours(filled ? fill : stroke),
                opacity.isEmpty() ? 1 : Double.parseDouble(opacity),
                words.size() + marks.size()));
    }

    private Colours colours(String light) {
        return new Colours(color(light), color(dark.getOrDefault(light, light)));
    }

    /** {@code #fff} and {@code #737373}; what says nothing is black. */
    private static Color color(String hex) {
        String digits = hex.isEmpty() ? "#000" : hex;
        return Color.decode(digits.length() == 4 ? digits.replaceAll("([0-9a-f])", "$1$1") : digits);
    }

    private static String inherited(Element e, String name) {
        for (Node n = e; n instanceof Element at; n = n.getParentNode()) {
            if (at.hasAttribute(name)) {
                return at.getAttribute(name);
            }
        }
        return "";
    }

    private static double number(Element e, String name) {
        String value = inherited(e, name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /** A move without a way, {@code h0}, is a dot as wide as the pen. */
    private static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        for (Matcher step = STEP.matcher(data); step.find(); ) {
            String numbers = step.group(2).strip();
            double[] c = numbers.isEmpty()
                    ? new double[0]
                    : Pattern.compile("[ ,]+")
                            .splitAsStream(numbers)
                            .mapToDouble(Double::parseDouble)
                            .toArray();
            switch (step.group(1)) {
                case "M" -> path.moveTo(c[0], c[1]);
                case "L" -> path.lineTo(c[0], c[1]);
                case "Q" -> path.quadTo(c[0], c[1], c[2], c[3]);
                case "C" -> path.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                case "H" -> path.lineTo(c[0], path.getCurrentPoint().getY());
                case "V" -> path.lineTo(path.getCurrentPoint().getX(), c[0]);
                case "h" ->
                    path.lineTo(
                            path.getCurrentPoint().getX() + c[0],
                            path.getCurrentPoint().getY());
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("Step (" + step.group() + ") must be one we write.");
            }
        }
        return path;
    }
}
