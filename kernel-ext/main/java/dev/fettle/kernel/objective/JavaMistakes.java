package dev.fettle.kernel.objective;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What javac says, in the words of the cell.
 *
 * @param java the part of the cell that was compiled
 * @param firstLine its first line in the cell
 * @param locals parameters and constants
 * @param declared variables that the part declares
 * @param broken names whose declaration has a mistake already: that they are unknown here is no second one
 */
record JavaMistakes(
        String java, int firstLine, Set<String> locals, Set<String> declared, Set<String> broken, Notebook notebook) {
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(variable|method|class) ([\\p{L}\\p{M}\\p{N}_$]+)");
    private static final Pattern OWNER =
            Pattern.compile("location:\\s+(?:variable \\S+ of type |class |interface )([\\p{L}\\p{M}\\p{N}_.$]+)");
    private static final Pattern TWICE = Pattern.compile("variable ([\\p{L}\\p{M}\\p{N}_$]+) is already defined");
    private static final String NOT_A_STATEMENT = "compiler.err.not.stmt";
    private static final String EXPECTED = "compiler.err.expected";
    private static final List<String> OWN = List.of("braces", "import", "result", "exit");

    /** One for each error, without those that follow from another. */
    List<Mistake> of(List<JavaException.SourceError> errors) {
        if (holdsBrokenKeyword()) {
            return List.of();
        }
        Set<Mistake> found = new LinkedHashSet<>();
        int bare = -1;
        for (JavaException.SourceError error : errors) {
            boolean isBare = error.code().equals(NOT_A_STATEMENT);
            if (isBare || bare < 0 || error.start() > bare || !error.code().equals(EXPECTED)) {
                message(error).ifPresent(message -> found.add(at(narrow(error), message)));
            }
            // The semicolon that is missing behind it is no second mistake.
            bare = isBare ? lineEnd(java, error.start()) : bare;
        }
        return List.copyOf(found);
    }

    /** Where a parameter is called as a keyword of Java, which is a mistake, the Java that uses it cannot be read. */
    private boolean holdsBrokenKeyword() {
        return broken.stream().filter(SourceVersion::isKeyword).anyMatch(name -> Pattern.compile("\\b" + name + "\\b")
                .matcher(java)
                .find());
    }

    /** The unknown name alone, and not all that stands before it. */
    private JavaException.SourceError narrow(JavaException.SourceError error) {
        Matcher symbol = SYMBOL.matcher(error.message());
        if (!symbol.find() || error.start() < 0 || error.end() > java.length() || error.start() > error.end()) {
            return error;
        }
        Matcher name =
                Pattern.compile("\\b" + Pattern.quote(symbol.group(2)) + "\\b").matcher(java);
        name.region(error.start(), error.end());
        JavaException.SourceError last = error;
        while (name.find()) {
            last = new JavaException.SourceError(name.start(), name.end(), error.code(), error.message());
        }
        return last;
    }

    /** Why an expression of the notebook has no value, one sentence or more. */
    static String sentence(JavaException thrown, Notebook notebook) {
        JavaMistakes all = new JavaMistakes("", 1, Set.of(), Set.of(), Set.of(), notebook);
        return thrown.errors().stream()
                .map(all::message)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("It " + thrown.getMessage() + ".");
    }

    private Optional<String> message(JavaException.SourceError error) {
        Matcher symbol = SYMBOL.matcher(error.message());
        if (error.code().startsWith("compiler.err.cant.resolve") && symbol.find()) {
            String name = symbol.group(2);
            return broken.contains(name) ? Optional.empty() : Optional.of(unknown(symbol.group(1), name, error));
        }
        if (error.code().equals(NOT_A_STATEMENT)) {
            String line = java.substring(error.start(), Math.min(java.length(), Math.max(error.start(), error.end())));
            return Optional.of("Java (" + line + ") must be a statement. Maybe  return " + line + ";");
        }
        Matcher twice = TWICE.matcher(error.message());
        if (twice.find()) {
            return Optional.of("Name (" + twice.group(1) + ") must be declared once; it is "
                    + (locals.contains(twice.group(1)) ? "a parameter or a constant of the cell." : "declared above."));
        }
        if (error.message().contains("void cannot be converted")) {
            return Optional.of("Java must give a value here, and this gives none. Maybe add  return score;");
        }
        if (error.message().contains("lambda") && !java.contains("->")) {
            // The lambda is ours.
            return Optional.of("Java must return a result on every path, and a number or a Map everywhere.");
        }
        if (OWN.contains(error.code())) {
            return Optional.of(error.message());
        }
        String said = error.message()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .replaceAll("\\bjava\\.(?:lang|util)\\.(?=[A-Z])", "");
        return Optional.of("Java must compile: " + said + (said.endsWith(".") ? "" : "."));
    }

    private String unknown(String kind, String name, JavaException.SourceError error) {
        Matcher owner = OWNER.matcher(error.message());
        String type = owner.find() ? owner.group(1) : "";
        Optional<Class<?>> known = type.isEmpty() ? Optional.empty() : find(type);
        if (known.isPresent() && !kind.equals("class")) {
            List<String> members = members(known.get(), kind);
            return word(kind) + " (" + name + ") must be one that "
                    + known.get().getSimpleName() + " has." + Maybe.sentence(name, members);
        }
        return switch (kind) {
            case "variable" ->
                "Variable (" + name + ") must be a parameter or a notebook variable." + maybe(name, variables());
            case "method" ->
                "Method (" + name + ") must be declared in the notebook or imported." + maybe(name, methods());
            default -> "Class (" + name + ") must be declared in the notebook or imported." + maybe(name, types());
        };
    }

    private static String word(String kind) {
        return kind.equals("variable") ? "Variable" : "Method";
    }

    private static String maybe(String name, Collection<String> names) {
        if (names.contains(name)) {
            return " It is declared, and does not compile any more. Maybe declare it again.";
        }
        return Maybe.sentence(name, names);
    }

    private Set<String> variables() {
        Set<String> names = new LinkedHashSet<>(locals);
        names.addAll(declared);
        names.add("probe");
        names.addAll(notebook.variables());
        names.addAll(types());
        return names;
    }

    private Set<String> methods() {
        Set<String> names = new TreeSet<>(notebook.methods());
        // A static import names its class and then the member.
        imports().forEach(i -> names.add(i.substring(i.lastIndexOf('.') + 1)));
        return names;
    }

    private Set<String> types() {
        Set<String> names = new TreeSet<>(notebook.types());
        imports().forEach(i -> names.add(i.substring(i.lastIndexOf('.') + 1)));
        names.addAll(List.of("Math", "String", "Integer", "Double", "List", "Map"));
        return names;
    }

    private List<String> imports() {
        return notebook.imports().stream().filter(i -> !i.endsWith("*")).toList();
    }

    /** A class that the part can name and that our loader knows. */
    private Optional<Class<?>> find(String type) {
        List<String> candidates = new ArrayList<>(List.of(type, "java.lang." + type, "java.util." + type));
        imports().stream().filter(i -> i.endsWith("." + type)).forEach(candidates::add);
        for (String candidate : candidates) {
            try {
                return Optional.of(Class.forName(candidate, false, JavaMistakes.class.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError e) {
                // Then it is another of them, or none.
            }
        }
        return Optional.empty();
    }

    private static List<String> members(Class<?> type, String kind) {
        return kind.equals("variable")
                ? Arrays.stream(type.getFields())
                        .map(f -> f.getName())
                        .distinct()
                        .sorted()
                        .toList()
                : Arrays.stream(type.getMethods())
                        .map(m -> m.getName())
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** The place of a error; those of our own words around the Java are moved to its nearest end. */
    private Mistake at(JavaException.SourceError error, String message) {
        int last = Math.max(0, java.stripTrailing().length() - 1);
        int start = Math.max(0, Math.min(error.start(), last));
        int line = firstLine;
        int lineStart = 0;
        Matcher end = Pattern.compile("\\r\\n|\\n|\\r").matcher(java);
        while (end.find() && end.end() <= start) {
            line++;
            lineStart = end.end();
        }
        int lineEnd = lineEnd(java, start);
        int length = Math.max(1, Math.min(Math.min(error.end(), java.length()), lineEnd) - start);
        return new Place(line, start - lineStart + 1, length).says(message);
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
