package dev.fettle.kernel.magic;

import dev.fettle.report.chart.Plot;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.ReportPage;
import dev.fettle.report.table.StudyTable;
import dev.fettle.report.view.StudyReport;
import dev.fettle.smile.Model;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import smile.classification.Classifier;
import smile.regression.Regression;
import tech.tablesaw.api.Table;

/**
 * What a notebook variable holds after a search: the study, its results and its winner. Safe for any thread; usable while
 * the search still runs.
 *
 * @param <P> a record with the parameters as typed fields, generated for the space
 */
public final class Tuned<P> {
    private final Supplier<StudyReport> report;
    private final Function<Trial.Finished, P> fields;
    private volatile @Nullable Model model;

    Tuned(Supplier<StudyReport> report, Function<Trial.Finished, P> fields) {
        this.report = report;
        this.fields = fields;
    }

    void finish(@Nullable Model winner) {
        this.model = winner;
    }

    /**
     * The parameters of the best trial, inactive ones with their defaults.
     *
     * @throws NoSuchElementException if no trial has been scored
     */
    public P best() {
        return fields.apply(winner());
    }

    /** The best score. Throws as {@link #best} does. */
    public double score() {
        return winner().score().value();
    }

    /** The number of the best trial. Throws as {@link #best} does. */
    public int bestTrial() {
        return winner().number();
    }

    /**
     * A trial by its number, from 1.
     *
     * @throws NoSuchElementException if it has not finished
     */
    public Trial.Finished trial(int number) {
        return history()
                .trial(number)
                .orElseThrow(() -> new NoSuchElementException(
                        "Trial (" + number + ") must be finished; " + history().size() + " trials are."));
    }

    /** All finished trials. */
    public History history() {
        return report.get().history();
    }

    /** All finished trials as a table: trial, state, score, standard error, metrics, folds, parameters, seconds. */
    public Table table() {
        StudyReport now = report.get();
        return StudyTable.of(Objects.requireNonNullElse(now.name(), "last"), now.history(), now.space(), now.metric());
    }

    /**
     * A plot made of XChart charts: {@code history}, {@code share}, {@code values}, or {@code heatmap} with two parameters.
     *
     * @throws IllegalArgumentException if there is no such kind or parameter
     */
    public Plot plot(String kind, String... parameters) {
        List<String> words = new ArrayList<>(List.of(kind));
        words.addAll(List.of(parameters));
        return Plots.of(report.get(), words);
    }

    /**
     * The winner trained on all rows that were tuned on.
     *
     * @throws IllegalStateException if it predicts values, or the run was stopped before it was trained
     */
    @SuppressWarnings("unchecked")
    public Classifier<double[]> model() {
        if (trained().smile() instanceof Classifier<?> classifier) {
            return (Classifier<double[]>) classifier;
        }
        throw new IllegalStateException(
                "Model must be a classifier, and this one predicts values. Maybe regression().");
    }

    /** The same for values. */
    @SuppressWarnings("unchecked")
    public Regression<double[]> regression() {
        if (trained().smile() instanceof Regression<?> regression) {
            return (Regression<double[]>) regression;
        }
        throw new IllegalStateException("Model must predict values, and this one tells classes. Maybe model().");
    }

    private Model trained() {
        Model winner = model;
        if (winner == null) {
            throw new IllegalStateException("Model must be trained at the end of the run, which was stopped before.");
        }
        return winner;
    }

    private Trial.Completed winner() {
        return history()
                .best()
                .orElseThrow(() -> new NoSuchElementException("Study must have a scored trial; it has none."));
    }

    StudyReport report() {
        return report.get();
    }

    /** The summary sentence. */
    @Override
    public String toString() {
        return ReportPage.quiet(report.get()).text();
    }

    static <P> Function<Trial.Finished, P> fields(SearchSpace space, Function<Map<String, Object>, Object> maker) {
        return trial -> {
            @SuppressWarnings("unchecked")
            P made = (P) maker.apply(Records.fields(space, trial.point()));
            return made;
        };
    }
}
