package dev.fettle.kernel.cell;

import dev.fettle.kernel.option.Method;
import dev.fettle.learner.Learner;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Array;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Place;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.word.Words;
import java.util.List;
import java.util.stream.LongStream;

/** What a space must be for a method and for a model. */
final class SpaceChecks {
    /** More values of one parameter than this are checked at their ends only. */
    private static final long CHECKED = 1000;

    /** Where the space stands. */
    private static final Place START = new Place(2, 1, 1);

    private final SpaceText text;
    private final Places places;
    private final List<Mistake> mistakes;

    SpaceChecks(SpaceText text, Places places, List<Mistake> mistakes) {
        this.text = text;
        this.places = places;
        this.mistakes = mistakes;
    }

    void check(Method method) {
        SearchSpace space = text.space();
        if (space.parameters().isEmpty() && text.mistakes().isEmpty()) {
            mistakes.add(START.says("Space must have at least one parameter. Maybe alpha in {0.0001, 0.001}."));
        }
        if (method != Method.GRID) {
            return;
        }
        for (Parameter p : space.parameters()) {
            if (p.size().isEmpty()) {
                String remedy = p instanceof Array ? "give it a step" : p.name() + " in " + spaced(p);
                mistakes.add(places.of(
                                p.name(),
                                element(p).domain().replaceFirst("\\(.*", "").replace("~ ", ""))
                        .says("Parameter " + p.name() + " must have finitely many values in a grid. Maybe " + remedy
                                + "."));
            }
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

    /** What the sampler itself refuses, such as more points than it can number; only of a space without other mistakes. */
    void check(Sampler sampler) {
        if (!mistakes.isEmpty()) {
            return;
        }
        try {
            sampler.start(Question.of(text.space(), Goal.minimize("loss")), new Seed(0));
        } catch (IllegalArgumentException e) {
            mistakes.add(START.says(String.valueOf(e.getMessage())));
        }
    }

    /** Every name and value must be one that the model takes. */
    void check(Learner learner) {
        for (Parameter p : text.space().parameters()) {
            for (Object value : values(p)) {
                if (unknown(p.name(), value, learner)) {
                    break;
                }
            }
        }
        text.constants().forEach((name, value) -> unknown(name, value, learner));
    }

    /** True if the name itself is unknown, so that its other values need no second message. */
    private boolean unknown(String name, Object value, Learner learner) {
        boolean known = learner.has(name);
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
