package dev.fettle.learner.prepare;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Pipeline;
import dev.fettle.learner.Transform;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is done to the columns that a learner does not take as they are, in this order: gaps are filled, numbers are brought
 * to one scale, words become a column each. Everything is learnt from the training rows of a fold. For any thread.
 *
 * <pre>{@code
 * Learner knn = Preparation.before(Learners.of("knn"), Gaps.MEDIAN, Scaler.STANDARD);
 * }</pre>
 *
 * @param learner the one behind it; columns that it takes are left to it, but for their scale
 * @param gaps how gaps are filled unless a point says otherwise; with {@link Gaps#OFF} no column with gaps is taken
 * @param scale of the numbers unless a point says otherwise
 */
public record Preparation(Learner learner, Gaps gaps, Scaler scale) implements Transform {
    private static final long serialVersionUID = 1;

    private static final String GAPS = "impute";
    private static final String SCALE = "scale";

    /**
     * A learner with what is done before it, and with the hyperparameters {@code impute} and {@code scale} of that; one that
     * has such hyperparameters already stays as it is.
     */
    public static Learner before(Learner learner, Gaps gaps, Scaler scale) {
        if (learner.hyperparameters().stream()
                .anyMatch(h -> List.of(GAPS, SCALE).contains(h.name()))) {
            return learner;
        }
        return new Pipeline(List.of(new Preparation(learner, gaps, scale)), learner);
    }

    @Override
    public String name() {
        return "prepare";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.word(GAPS, gaps.word(), Gaps.WORDS, "what missing values are filled with"),
                Hyperparameter.word(
                        SCALE, scale.word(), Scaler.WORDS, "how columns of numbers are brought to one scale"));
    }

    /** Whether a point may have such columns at all: which of the ways fills the gaps does not matter. */
    @Override
    public boolean makesNumbersOf(Feature feature) {
        return gaps != Gaps.OFF || feature.missing().length == 0;
    }

    @Override
    public Dataset.Shape shape(Configuration values, Dataset.Shape before) {
        if (learner.takes(new Feature.Levels("", new int[0], List.of()))) {
            return before;
        }
        int columns = before.levels().stream().mapToInt(Integer::intValue).sum();
        return new Dataset.Shape(before.rows(), before.numbers() + columns, List.of(), before.classes());
    }

    @Override
    public Fitted fit(Configuration values, Dataset train, Seed seed) {
        Gaps how = Gaps.of(values.text(GAPS));
        Scaler way = Scaler.of(values.text(SCALE));
        List<Columns> learnt = train.features().stream()
                .map(feature -> learn(feature, how, way))
                .toList();
        boolean same = learnt.stream().allMatch(Columns.SAME::equals);
        return rows -> same ? rows : rows.with(changed(rows.features(), learnt));
    }

    private static List<Feature> changed(List<Feature> features, List<Columns> learnt) {
        return IntStream.range(0, learnt.size())
                .boxed()
                .flatMap(c -> learnt.get(c).of(features.get(c)).stream())
                .toList();
    }

    /** Gaps are learnt of full columns too: other rows may have some. */
    private Columns learn(Feature train, Gaps how, Scaler way) {
        Columns filled = how.learn(train);
        Feature full = filled.of(train).get(0);
        if (full instanceof Feature.Numbers numbers) {
            return filled.then(way.learn(numbers));
        }
        return learner.takes(full) ? filled : filled.then(OneHot.learn((Feature.Levels) full));
    }
}
