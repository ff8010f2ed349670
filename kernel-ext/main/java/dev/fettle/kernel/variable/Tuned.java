package dev.fettle.kernel.variable;

import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.run.Run;
import dev.fettle.model.FittedClasses;
import dev.fettle.model.FittedModel;
import dev.fettle.model.FittedValues;
import dev.fettle.report.chart.Comparison;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.html.ReportPage;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.StudyTable;
import dev.fettle.space.Point;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What a notebook variable holds after a search: the study, its results and its winner. Safe for any thread; usable while
 * the search still runs.
 *
 * @param <P> a record with the parameters as typed fields, generated for the space; of several goals a {@link Front$} of such
 */
public sealed class Tuned<P> permits Tuned$ {
    /** So many failed trials are named. */
    private static final int SAID = 5;

    private final Source source;
    private final Resumption resumption;
    private volatile Run run;
    private volatile Function<Point, ?> fields = point -> point;

    /** How a study goes on. */
    @FunctionalInterface
    public interface Resumption {
        /** Runs the study to the end of a budget in the cell that runs now; its new run is then that of the variable. */
        void resume(Tuned<?> study, UnaryOperator<Budget> budget);
    }

    Tuned(Run run, Source source, Resumption resumption) {
        this.run = run;
        this.source = source;
        this.resumption = resumption;
    }

    /** The last run. */
    public Run run() {
        return run;
    }

    /** The next run of the same study is that of the variable from now on. */
    public void continuedBy(Run next) {
        this.run = next;
    }

    /** How points become records of the notebook. */
    void shape(Function<Point, ?> maker) {
        this.fields = maker;
    }

    /** The cell as it was typed. */
    Source source() {
        return source;
    }

    /**
     * The parameters of the best trial, inactive ones with their defaults; of several goals those of all trials that no other
     * beats in all of them.
     *
     * @throws NoSuchElementException if there is one goal, and no trial has been scored
     */
    @SuppressWarnings("unchecked")
    public P best() {
        History history = history();
        return (P) (history.goals().size() > 1 ? front(history) : fields.apply(winner().point()));
    }

    private Front$<Object> front(History history) {
        List<Trial.Completed> front = history.front();
        List<Object> points =
                front.stream().<Object>map(t -> fields.apply(t.point())).toList();
        Object knee = history.knee(front).map(t -> points.get(front.indexOf(t))).orElse(null);
        return new Front$<>(points, knee);
    }

    /** The best score, by the first goal. Throws {@link NoSuchElementException} if no trial has been scored. */
    public double score() {
        return winner().score().value();
    }

    /** The number of the best trial, by the first goal. Throws as {@link #score} does. */
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

    /**
     * Why a trial failed: {@code failure(3)} at the end of a cell shows the line, the calls that led there and the causes.
     *
     * @throws NoSuchElementException if it has not finished, or has not failed
     */
    public Failure failure(int number) {
        if (trial(number) instanceof Trial.Failed failed) {
            return failed.failure();
        }
        List<String> numbers = history().failures().stream()
                .limit(SAID)
                .map(t -> Integer.toString(t.number()))
                .toList();
        throw new NoSuchElementException("Trial (" + number + ") must have failed, and has not; "
                + (numbers.isEmpty() ? "none has." : "maybe " + String.join(", ", numbers) + "."));
    }

    /** All finished trials. */
    public History history() {
        return run.study().trials();
    }

    /** All finished trials as a table: trial, state, score, standard error, metrics, folds, parameters, seconds. */
    public Table table() {
        StudyReport now = report();
        return StudyTable.of(Objects.requireNonNullElse(now.name(), "last"), now.history(), now.space(), now.metric());
    }

    /**
     * A plot made of XChart charts, one of those that {@code %tune help} lists: {@code plot("slice", "alpha")};
     * shown as the cell of the study asked with {@code --figure}.
     *
     * @throws IllegalArgumentException if there is no such plot or parameter, or nothing to show
     */
    public Plot plot(String kind, String... parameters) {
        return Plots.found()
                .draw(report(), words(kind, parameters))
                .in(run.settings().get(Options.FIGURE));
    }

    /**
     * This study beside others of its metric, how soon each found how good a score; {@code a.compare(b).table()} has the
     * numbers.
     *
     * @throws IllegalArgumentException if they do not go together
     */
    public Comparison compare(Tuned<?>... others) {
        Map<String, StudyReport> reports = new LinkedHashMap<>();
        Stream.concat(Stream.of(this), Stream.of(others))
                .map(Tuned::report)
                .forEach(report -> reports.put(Objects.requireNonNullElse(report.name(), "last"), report));
        return new Comparison(reports);
    }

    /**
     * What the winners of the outer folds of {@code --nested} have scored on the rows that were kept from them.
     *
     * @return {@code [outer folds]}; empty where nobody asked, or the run was stopped before
     */
    public double[] nested() {
        return run.nested().stream().mapToDouble(s -> s).toArray();
    }

    /**
     * The numbers behind a plot: {@code table("slice", "alpha")}; what is not there is missing.
     *
     * @throws IllegalArgumentException as {@link #plot} does
     */
    public Table table(String kind, String... parameters) {
        return Plots.found().table(report(), words(kind, parameters));
    }

    private static List<String> words(String kind, String... parameters) {
        return Stream.concat(Stream.of(kind), Stream.of(parameters)).toList();
    }

    /**
     * The winner trained on all rows that were tuned on; it answers in the labels of the data, and takes rows of a table.
     *
     * @throws IllegalStateException if it predicts values, or the run was stopped before it was trained
     */
    public FittedClasses model() {
        if (trained() instanceof FittedClasses classes) {
            return classes;
        }
        throw new IllegalStateException(
                "Model must be a classifier, and this one predicts values. Maybe regression().");
    }

    /** The same for values. */
    public FittedValues regression() {
        if (trained() instanceof FittedValues values) {
            return values;
        }
        throw new IllegalStateException("Model must predict values, and this one tells classes. Maybe model().");
    }

    /**
     * What the winner says of the rows of a table: see {@link FittedModel#predict}.
     *
     * @throws IllegalStateException as {@link #model} does, if there is no trained winner
     */
    public Table predict(Table rows) {
        return trained().predict(rows);
    }

    /**
     * Stores the trained winner in a file, which {@code FittedModel.load} reads in another session.
     *
     * @throws IOException as {@link FittedModel#save} does
     */
    public void save(String file) throws IOException {
        trained().save(Path.of(file));
    }

    private FittedModel trained() {
        FittedModel winner = run.model();
        if (winner == null) {
            throw new IllegalStateException(
                    run.settings().subject().task().isEmpty()
                            ? "Model must come from --model; the objective of this study is Java."
                            : "Model must be trained at the end of the run, which was stopped before.");
        }
        return winner;
    }

    private Trial.Completed winner() {
        return history().best().orElseThrow(() -> history().failures().stream()
                .findFirst()
                .map(Tuned::unscored)
                .orElseGet(() -> new NoSuchElementException("Study must have a scored trial; it has none.")));
    }

    private static NoSuchElementException unscored(Trial.Failed first) {
        return new NoSuchElementException(
                "Study must have a scored trial; it has none. Trial " + first.number() + " failed: " + first.failure()
                        + ".",
                first.failure().exception());
    }

    /**
     * Goes on until there are so many trials in all, in the cell that calls it, and shows its report there. The Java of the cell and
     * models of the notebook are compiled anew, so that variables and methods that were declared anew since are seen; the report says which have changed.
     *
     * @param trials the total, at least 1
     */
    public void resume(int trials) {
        resumption.resume(this, b -> b.withTrials(trials));
    }

    /** What a trial of the last run has printed, at most some kilobytes; empty if it printed nothing. */
    public String printed(int number) {
        return run.printed(number);
    }

    /** The same under a budget made from that of the last run. Ends with a {@code CellError} if nothing would be left to do. */
    public void resume(UnaryOperator<Budget> budget) {
        resumption.resume(this, budget);
    }

    /** The state of the last run, at any time. */
    public StudyReport report() {
        return run.report();
    }

    /** The summary sentence. */
    @Override
    public String toString() {
        return ReportPage.quiet(report()).text();
    }
}
