package dev.fettle.docs;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown and HTML: the one made into the other, and texts made fit for each. */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .attributeProviderFactory(context -> Markdown::link)
            .attributeProviderFactory(context -> Markdown::head)
            .build();

    private Markdown() {}

    /** The HTML of a text; links to files of Markdown lead to their pages. */
    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static void link(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.computeIfPresent(
                    "href", (name, to) -> to.contains("://") ? to : to.replaceFirst("\\.md(#.*)?$", ".html$1"));
        }
    }

    /** A cell knows the head of its column, which stands before it where a screen is too narrow for a table. */
    private static void head(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell cell && !cell.isHeader()) {
            Node head =
                    node.getParent().getParent().getPrevious().getFirstChild().getFirstChild();
            for (Node before = node.getPrevious(); before != null; before = before.getPrevious()) {
                head = head.getNext();
            }
            attributes.put("data-head", new Words().of(head));
        }
    }

    /** The bare words of a part of a text. */
    private static final class Words extends AbstractVisitor {
        private final StringBuilder words = new StringBuilder();

        String of(Node part) {
            part.accept(this);
            return words.toString();
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }
    }

    /** A text as it stands in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A text of which Markdown makes nothing else, on one line. */
    static String plain(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#|!~&$])", "\\\\$1").replaceAll("\\s+", " ");
    }

    /** A text as code in a cell of a table; empty for none. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    /** A table; what stands in it is Markdown. */
    static String table(List<String> head, List<List<String>> rows) {
        String rule = head.stream().map(h -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        return line(head) + "\n" + rule + "\n"
                + rows.stream().map(Markdown::line).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
