package dev.fettle.kernel.objective;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.Read;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An objective in Java, not yet compiled. It is compiled for every run of a study, so that what later cells declare anew is
 * seen.
 *
 * @param java one expression, or statements that return
 * @param firstLine its first line in the cell, for messages
 * @param goals the names behind {@code maximize} and {@code minimize}, at least one
 */
public record ObjectiveSource(
        String java, int firstLine, List<String> goals, SearchSpace space, Map<String, Object> constants) {
    /** What the Java calls the values and the point: names that no parameter can have. */
    static final String VALUES = "fettle$values";

    static final String POINT = "fettle$point";
    private static final String PROBE = "probe";

    /**
     * Where Java of a cell stands.
     *
     * @param compiled as it was evaluated, behind one line of ours
     */
    public record Statement(dev.fettle.kernel.Compiled compiled, String java, int firstLine) {}

    /**
     * What compiling gave.
     *
     * @param fingerprints of the text and of the variables it reads, by name
     * @param nulls variables that it reads and that are null
     * @param statement empty if the Java is ours, as that which calls a method by its name
     */
    public record Compiled(
            Objective objective, Map<String, String> fingerprints, List<String> nulls, Optional<Statement> statement) {}

    /**
     * Java that calls a method of the notebook with a point, or with point and probe, or a variable of type Objective; empty
     * if the name is none of these.
     */
    public static Optional<String> call(String name, Notebook notebook) {
        Optional<String> type = notebook.typeOf(name);
        if (type.isPresent()) {
            boolean objective = means(type.get(), Objective.class, notebook);
            return objective ? Optional.of(name + ".evaluate(" + POINT + ", probe)") : Optional.empty();
        }
        for (String parameters : notebook.methodParameters(name)) {
            List<String> types = List.of(parameters.replace(" ", "").split(",", -1));
            if (means(types.get(0), Point.class, notebook)) {
                if (types.size() == 1) {
                    return Optional.of(name + "(" + POINT + ")");
                }
                if (types.size() == 2 && means(types.get(1), Probe.class, notebook)) {
                    return Optional.of(name + "(" + POINT + ", probe)");
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a type as a method names it is ours: the notebook may have one of the same simple name. */
    static boolean means(String type, Class<?> ours, Notebook notebook) {
        String simple = ours.getSimpleName();
        return type.equals(ours.getName())
                || (type.equals(simple)
                        && !notebook.hasType(simple)
                        && notebook.imports().stream()
                                .noneMatch(i -> i.endsWith("." + simple) && !i.equals(ours.getName())));
    }

    /** Whether the Java calls that of the probe, or hands the probe to others, who may. */
    public boolean asks(String ofProbe) {
        return Pattern.compile("\\bprobe\\b(?!\\s*\\.)|\\bprobe\\s*\\.\\s*" + Pattern.quote(ofProbe) + "\\b")
                .matcher(java)
                .find();
    }

    /** Why an expression of the notebook has no value, one sentence or more. */
    public static String whyNot(JavaException thrown, Notebook notebook) {
        return JavaMistakes.sentence(thrown, notebook);
    }

    /**
     * Compiles in the scope of the notebook.
     *
     * @param broken names whose declaration has a mistake, and may be missing here
     */
    public Read<Compiled> compile(Notebook notebook, Set<String> broken) {
        Body body = Body.of(java);
        List<Local> locals = locals();
        Set<String> names = new LinkedHashSet<>();
        locals.forEach(l -> names.add(l.name()));
        JavaMistakes mistakes = new JavaMistakes(java, firstLine, names, body.declared(), broken, notebook);
        Set<String> own = new LinkedHashSet<>(names);
        own.addAll(body.declared());
        Reads reads = Reads.of(body, own, notebook);
        List<JavaException.SourceError> errors = new ArrayList<>(body.errors());
        errors.addAll(reads.errors());
        if (!errors.isEmpty()) {
            return new Read<>(null, mistakes.of(errors));
        }
        try {
            notebook.use(Code$.class);
            Object[] made = (Object[]) Objects.requireNonNull(
                    notebook.value(head(body, locals), body.text(), tail(body, reads.variables())));
            Code$ code = (Code$) made[0];
            @Nullable Object[] values = Arrays.copyOfRange(made, 1, made.length);
            List<Object> fixed = List.copyOf(constants.values());
            return Read.of(new Compiled(
                    new JavaObjective(code, space, fixed, goals),
                    reads.fingerprints(values),
                    nulls(reads.variables(), values),
                    statement(code, notebook)));
        } catch (JavaException e) {
            return new Read<>(null, mistakes.of(e.errors().isEmpty() ? List.of(whole(e)) : e.errors()));
        }
    }

    private Optional<Statement> statement(Code$ code, Notebook notebook) {
        return java.contains(POINT)
                ? Optional.empty()
                : notebook.statement(code).map(compiled -> new Statement(compiled, java, firstLine));
    }

    private static JavaException.SourceError whole(JavaException e) {
        return new JavaException.SourceError(0, 1, "", String.valueOf(e.getMessage()));
    }

    private List<Local> locals() {
        List<Local> locals = new ArrayList<>();
        space.parameters().forEach(p -> locals.add(Local.of(p)));
        constants.forEach((name, value) -> locals.add(Local.of(name, value)));
        return locals;
    }

    private static String head(Body body, List<Local> locals) {
        StringBuilder head =
                new StringBuilder("new java.lang.Object[] {(Code$) ((" + VALUES + ", " + POINT + ", probe) -> { ");
        for (int i = 0; i < locals.size(); i++) {
            Local local = locals.get(i);
            if (local.name().equals(PROBE)) {
                // A mistake of its own already.
                continue;
            }
            String type = local.fullType();
            head.append(type).append(' ').append(local.name()).append(" = (").append(type);
            head.append(") ").append(VALUES).append('[').append(i).append("]; ");
        }
        return head + (body.expression() ? "return (java.lang.Object) (\n" : "\n");
    }

    private static String tail(Body body, List<String> variables) {
        String read = variables.stream().map(v -> ", " + v).collect(Collectors.joining());
        return (body.expression() ? "\n); })" : "\n})") + read + "}";
    }

    private static List<String> nulls(List<String> names, @Nullable Object[] values) {
        List<String> nulls = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                nulls.add(names.get(i));
            }
        }
        return nulls;
    }
}
