package dev.fettle.kernel.magic;

import dev.fettle.kernel.Notebook;
import dev.fettle.smile.Learner;
import dev.fettle.space.Array;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Words;
import dev.fettle.space.text.Diagnostic;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A cell of {@code %%gridsearch}, read and checked as a whole before anything is trained.
 *
 * @param source header and body, as diagnostics refer to them
 * @param settings null if there are mistakes
 * @param mistakes all of them, by place
 */
record GridCell(String source, SpaceText text, @Nullable Settings settings, List<Diagnostic> mistakes) {
    /** More values of one parameter than this are checked at their ends only. */
    private static final long CHECKED = 1000;

    static GridCell read(Header header, String body, Notebook notebook) {
        List<Diagnostic> mistakes = new ArrayList<>(header.mistakes());
        SpaceText text = SpaceText.read(body, 2, values(notebook));
        mistakes.addAll(text.mistakes());
        SettingsReader reader = new SettingsReader(header, notebook, mistakes);
        Learner learner = reader.learner();
        Places places = new Places(body, 2);
        checkSpace(text, places, mistakes);
        if (learner != null) {
            checkParameters(text, learner, places, mistakes);
        }
        Settings settings = reader.read(learner, text.constants());
        Collections.sort(mistakes);
        return new GridCell(header.line() + "\n" + body, text, settings, List.copyOf(mistakes));
    }

    private static JavaValues values(Notebook notebook) {
        return expression -> {
            try {
                return Objects.requireNonNull(notebook.value(expression), "it is null");
            } catch (Notebook.JavaProblem | NullPointerException e) {
                throw new IllegalArgumentException(
                        "Java (${" + expression + "}) must have a value: " + e.getMessage() + ".");
            }
        };
    }

    private static void checkSpace(SpaceText text, Places places, List<Diagnostic> mistakes) {
        SearchSpace space = text.space();
        if (space.parameters().isEmpty() && text.mistakes().isEmpty()) {
            mistakes.add(
                    new Diagnostic(2, 1, 1, "Space must have at least one parameter. Maybe alpha in {0.0001, 0.001}."));
        }
        for (Parameter p : space.parameters()) {
            if (p.size().isEmpty()) {
                mistakes.add(places.of(
                                p.name(),
                                element(p).domain().replaceFirst("\\(.*", "").replace("~ ", ""))
                        .says("Parameter " + p.name() + " must have finitely many values in a grid. Maybe "
                                + (p instanceof Array ? "give it a step." : p.name() + " in " + spaced(p) + ".")));
            }
        }
        SpaceText.JavaPart objective = text.objective();
        if (objective != null) {
            mistakes.add(new Diagnostic(
                    objective.line(),
                    1,
                    objective.direction().length(),
                    "Objective in Java (" + objective.direction()
                            + ") comes later; with --model the goal is --metric."));
        }
    }

    private static String spaced(Parameter p) {
        String kind = p.domain().contains("log") ? "log" : "lin";
        Scalar one = element(p);
        return kind + "(" + Words.of(one.decode(0)) + ", " + Words.of(one.decode(1)) + ", 5)";
    }

    private static Scalar element(Parameter p) {
        return p instanceof Array a ? a.element() : (Scalar) p;
    }

    private static void checkParameters(SpaceText text, Learner learner, Places places, List<Diagnostic> mistakes) {
        for (Parameter p : text.space().parameters()) {
            for (Object value : values(p)) {
                if (check(p.name(), value, learner, places, mistakes)) {
                    break;
                }
            }
        }
        text.constants().forEach((name, value) -> check(name, value, learner, places, mistakes));
    }

    /** True if the name itself is unknown, so that its other values need no second message. */
    private static boolean check(String name, Object value, Learner learner, Places places, List<Diagnostic> mistakes) {
        boolean known = learner.parameters().contains(name);
        learner.problem(name, value)
                .ifPresent(problem -> mistakes.add((known ? places.of(name, value) : places.of(name)).says(problem)));
        return !known;
    }

    private static List<Object> values(Parameter p) {
        if (p.size().isEmpty() || p.size().getAsLong() > CHECKED) {
            List<Scalar> all = p.scalars();
            return List.of(
                    p.join(all.stream().map(s -> s.decode(0)).toList()),
                    p.join(all.stream().map(s -> s.decode(1)).toList()));
        }
        return LongStream.range(0, p.size().getAsLong()).mapToObj(p::value).toList();
    }
}
