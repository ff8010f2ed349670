package dev.fettle.kernel.cell;

import dev.fettle.data.Bundled;
import dev.fettle.data.DataProblem;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Tables;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.space.text.Mistake;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Reads which model is tuned on which data by which metric, and collects what is wrong with them. */
final class TaskReader {
    private final Options options;
    private final Header header;
    private final Notebook notebook;
    private final List<Mistake> mistakes;

    TaskReader(Options options, Notebook notebook, List<Mistake> mistakes) {
        this.options = options;
        this.header = options.header();
        this.notebook = notebook;
        this.mistakes = mistakes;
    }

    /** The learner, if it is named rightly; its parameters can then be checked even if other options are wrong. */
    @Nullable
    Learner learner() {
        Header.Word model = header.option(Option.MODEL).orElse(null);
        if (model == null) {
            mistakes.add(Header.BEGIN.says("Model (none) must be given. Maybe --model mlp."));
            return null;
        }
        try {
            return Learners.of(options.text(model));
        } catch (IllegalArgumentException e) {
            mistakes.add(model.says(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** The task; null if there is any mistake, here or before. */
    @Nullable
    Task read(@Nullable Learner learner, Map<String, Object> constants, long seed) {
        int folds = options.count(Option.CV, 2, 5);
        double test = options.share(Option.TEST);
        Dataset data = data(learner == null ? feature -> true : learner::takes);
        if (data != null) {
            check(data, test, learner);
        }
        List<Metric> metrics = data == null ? List.of() : metrics(Task.metrics(data.target()));
        if (!mistakes.isEmpty() || learner == null || data == null) {
            return null;
        }
        try {
            return Task.of(data, test, folds, learner, metrics, constants, seed);
        } catch (IllegalArgumentException e) {
            mistakes.add(header.option(Option.CV).orElse(Header.BEGIN).says(String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** What data, test and learner must be for each other. */
    private void check(Dataset data, double test, @Nullable Learner learner) {
        if (test != 0) {
            Header.Word place = header.option(Option.TEST).orElse(Header.BEGIN);
            Holdout.problem(data.rows(), test).ifPresent(problem -> mistakes.add(place.says(problem)));
        }
        if (learner != null) {
            Header.Word place = header.option(Option.TARGET)
                    .or(() -> header.option(Option.DATA))
                    .orElse(Header.BEGIN);
            learner.problems(data).forEach(problem -> mistakes.add(place.says(problem)));
        }
    }

    private @Nullable Dataset data(Predicate<Feature> takes) {
        Optional<Header.Word> given = header.option(Option.DATA);
        if (given.isEmpty()) {
            mistakes.add(Header.BEGIN.says("Data (none) must be given: a Table of the notebook, or one of "
                    + String.join(", ", Bundled.NAMES) + ". Maybe --data iris."));
            return null;
        }
        Header.Word place = given.get();
        String target = header.option(Option.TARGET).map(options::text).orElse(null);
        try {
            String name = place.text();
            if (notebook.typeOf(name).isPresent()) {
                return ofVariable(place, notebook.value(name), target, takes);
            }
            return Bundled.NAMES.contains(name) ? Bundled.dataset(name, target) : unknown(place);
        } catch (DataProblem e) {
            Header.Word ofTarget = header.option(Option.TARGET).orElse(place);
            e.ofTarget().forEach(problem -> mistakes.add(ofTarget.says(problem)));
            e.ofData().forEach(problem -> mistakes.add(place.says(problem)));
        } catch (JavaException e) {
            mistakes.add(place.says("Data (" + place.text() + ") must have a value: " + e.getMessage() + "."));
        }
        return null;
    }

    private @Nullable Dataset ofVariable(
            Header.Word place, @Nullable Object value, @Nullable String target, Predicate<Feature> takes) {
        if (value instanceof Table table) {
            return Tables.dataset(table, place.text(), target, takes);
        }
        mistakes.add(place.says("Data (" + place.text() + ") must be a Table; the variable is "
                + (value == null ? "null" : "a " + value.getClass().getSimpleName()) + "."));
        return null;
    }

    private @Nullable Dataset unknown(Header.Word place) {
        List<String> names = new ArrayList<>(Bundled.NAMES);
        names.addAll(notebook.variables());
        mistakes.add(place.says("Data (" + place.text() + ") must be a Table of the notebook, or one of "
                + String.join(", ", Bundled.NAMES) + "." + Maybe.sentence(place.text(), names)));
        return null;
    }

    private List<Metric> metrics(Class<? extends Metric> kind) {
        Optional<Header.Word> given = header.option(Option.METRIC);
        if (given.isEmpty()) {
            return List.of(kind.isInstance(Metrics.ACCURACY) ? Metrics.ACCURACY : Metrics.RMSE);
        }
        List<Metric> metrics = new ArrayList<>();
        for (String id : options.text(given.get()).split(",", -1)) {
            Optional<String> problem = Metrics.problem(id, kind);
            problem.ifPresent(p -> mistakes.add(given.get().says(p)));
            if (problem.isEmpty()) {
                metrics.add(Metrics.of(id).orElseThrow());
            }
        }
        return metrics;
    }
}
