package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.TimeSeries;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Scores the kept predictions of trials anew where rows count otherwise, all folds together. What counts must be independent of
 * each other: rows, or whole groups; there is none of time. Immutable, for any thread.
 */
final class Recount implements Task.Rescoring {
    private final Metric metric;
    private final HeldOut form;
    private final Dataset tested;

    /** Of each tested row which unit it belongs to: folds that are repeated test it again. */
    private final int[] unit;

    private final int units;

    private Recount(Metric metric, HeldOut form, Dataset tested, int[] unit, int units) {
        this.metric = metric;
        this.form = form;
        this.tested = tested;
        this.unit = unit;
        this.units = units;
    }

    /** The rescoring of a task by its first metric; empty in the order of time, or where the metric cannot weigh them. */
    static Optional<Task.Rescoring> of(Task task) {
        Metric goal = task.objective().metrics().get(0);
        if (task.splitting() instanceof TimeSeries || !goal.weighs()) {
            return Optional.empty();
        }
        int[] all = task.folds().folds().stream()
                .map(Fold::test)
                .flatMapToInt(Arrays::stream)
                .toArray();
        HeldOut form = HeldOut.of(goal, columns(task.train()), all.length);
        int[] kept = Arrays.stream(form.kept()).map(i -> all[i]).toArray();
        int[] names = task.splitting() instanceof Grouped grouped
                ? Arrays.stream(kept).map(r -> grouped.groups()[r]).toArray()
                : kept;
        int[] distinct = Arrays.stream(names).distinct().sorted().toArray();
        int[] unit = Arrays.stream(names)
                .map(name -> Arrays.binarySearch(distinct, name))
                .toArray();
        return Optional.of(new Recount(goal, form, task.train().rows(kept), unit, distinct.length));
    }

    /** How many numbers are predicted for a row. */
    static int columns(Dataset data) {
        return data.target() instanceof Dataset.Classes classes
                ? classes.labels().size()
                : 1;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public Optional<ToDoubleFunction<double[]>> of(Score score) {
        String text = score.predictions();
        return text == null ? Optional.empty() : form.read(text).map(said -> counts -> score(said, counts));
    }

    private double score(double[][] said, double[] counts) {
        double[] weights = tested.weights();
        double[] counted = new double[weights.length];
        Arrays.setAll(counted, i -> weights[i] * counts[unit[i]]);
        return CrossValidation.score(metric, tested, counted, said);
    }
}
