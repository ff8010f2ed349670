package dev.fettle.docs;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the Javadoc of a type says, as tables. Immutable, for any thread.
 *
 * @param type whose source was read
 * @param source of it
 */
record Javadoc(Class<?> type, JavaSource source) {
    /**
     * The Javadoc of a type.
     *
     * @param root of the sources
     * @param name of the class, {@code dev.fettle.report.insight.Outlook$Gain}
     * @throws IllegalArgumentException with a sentence, if there is no such class, or no source of it
     */
    static Javadoc of(Path root, String name) {
        try {
            Class<?> type = Class.forName(name);
            return new Javadoc(type, JavaSource.of(root, type));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("Class (" + name + ") must exist.", e);
        }
    }

    /** The components of a record, each with its standard value, if it has one, and its {@code @param} line. */
    String settings() {
        Map<String, String> meanings = meanings();
        Map<String, String> standard = new Defaults(type).values();
        List<List<String>> rows = Arrays.stream(type.getRecordComponents())
                .map(c -> List.of(
                        Markdown.code(c.getName()),
                        Markdown.code(simple(c.getGenericType())),
                        Markdown.plain(standard.getOrDefault(c.getName(), "")),
                        meanings.getOrDefault(c.getName(), "")))
                .map(row -> standard.isEmpty() ? List.of(row.get(0), row.get(1), row.get(3)) : row)
                .toList();
        return Markdown.table(
                standard.isEmpty() ? List.of("name", "type", "meaning") : List.of("name", "type", "default", "meaning"),
                rows);
    }

    /** The constants of an enumeration, each with its Javadoc. */
    String constants() {
        List<List<String>> rows = source.tree().getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(v -> Arrays.stream(type.getEnumConstants())
                        .anyMatch(c -> ((Enum<?>) c).name().contentEquals(v.getName())))
                .map(v -> List.of(
                        Markdown.code(v.getName().toString()),
                        source.doc(v).map(doc -> text(doc.getFullBody())).orElse("")))
                .toList();
        return Markdown.table(List.of("value", "meaning"), rows);
    }

    /** Of the {@code @param} lines, by name. */
    private Map<String, String> meanings() {
        ClassTree tree = source.tree();
        return source.doc(tree)
                .map(doc -> doc.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .collect(Collectors.toMap(
                                p -> p.getName().toString(),
                                p -> text(p.getDescription()),
                                (a, b) -> a,
                                LinkedHashMap<String, String>::new)))
                .orElseGet(LinkedHashMap::new);
    }

    private String text(List<? extends DocTree> parts) {
        return parts.stream().map(this::text).collect(Collectors.joining()).strip();
    }

    private String text(DocTree part) {
        if (part instanceof LiteralTree literal) {
            return Markdown.code(literal.getBody().getBody());
        }
        if (part instanceof LinkTree link) {
            return link.getLabel().isEmpty() ? Markdown.code(simple(link.getReference())) : text(link.getLabel());
        }
        if (part instanceof ValueTree value) {
            return Defaults.constant(type, simple(value.getReference()));
        }
        if (part instanceof TextTree text) {
            return Markdown.plain(text.getBody());
        }
        // What Java calls an entity is one for Markdown too.
        if (part instanceof EntityTree entity) {
            return "&" + entity.getName() + ";";
        }
        throw new IllegalArgumentException("Javadoc of " + type.getName()
                + " must be of text, code, links and values here, and has " + part + ".");
    }

    /** Without packages and outer types. */
    private static String simple(Type type) {
        return type.getTypeName().replaceAll("[\\w.$]+[.$](?=\\w)", "");
    }

    /** Without package and sharp. */
    private static String simple(ReferenceTree reference) {
        return reference
                .getSignature()
                .replaceFirst("^#", "")
                .replaceFirst("^(?:[a-z]\\w*\\.)+", "")
                .replace('#', '.');
    }
}
