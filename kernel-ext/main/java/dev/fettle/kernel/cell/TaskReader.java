package dev.fettle.kernel.cell;

import dev.fettle.data.Bundled;
import dev.fettle.data.DataProblem;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Tables;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Reads which model is tuned on which data by which metric. */
record TaskReader(Header header, Read<OptionValues> options, SpaceText text, Notebook notebook) {
    /** The task. What stands beside it is checked even where a part has a mistake. */
    Read<Subject> read() {
        Read<Learner> learner = learner();
        FoldsReader folds = new FoldsReader(header, values(), notebook);
        Predicate<Feature> takes =
                learner.found().<Predicate<Feature>>map(l -> l::takes).orElse(feature -> true);
        Read<Dataset> data = data(takes.or(folds::marks));
        Optional<Dataset> features = data.found().map(folds::features);
        Read<Splitting> splitting = data.found().map(folds::read).orElseGet(Read::nothing);
        Read<List<Metric>> metrics = data.found().map(d -> metrics(d.target())).orElseGet(Read::nothing);
        List<Mistake> mistakes = new ArrayList<>();
        goal().ifPresent(mistakes::add);
        mistakes.addAll(learner.mistakes());
        learner.found().map(l -> new SpaceChecks(text).ofLearner(l)).ifPresent(mistakes::addAll);
        mistakes.addAll(data.mistakes());
        features.map(d -> unfit(d, learner.found())).ifPresent(mistakes::addAll);
        mistakes.addAll(splitting.mistakes());
        mistakes.addAll(metrics.mistakes());
        return mistakes.isEmpty()
                        && options.mistakes().isEmpty()
                        && learner.found().isPresent()
                ? task(
                        features.orElseThrow(),
                        folds.holdout(),
                        splitting.found().orElseThrow(),
                        learner.found().orElseThrow(),
                        metrics.found().orElseThrow())
                : new Read<>(null, mistakes);
    }

    private OptionValues values() {
        return options.found().orElseThrow();
    }

    private Optional<Mistake> goal() {
        return Optional.ofNullable(text.objective()).map(part -> part.directionPlace()
                .says("Goal (" + part.direction() + ") must be left out beside --model, whose goal is --metric."
                        + " Maybe leave --model out."));
    }

    private Read<Learner> learner() {
        Optional<Header.Word> model = header.option(Options.MODEL);
        if (model.isEmpty()) {
            return Read.wrong(Header.BEGIN.says("Model (none) must be given. Maybe --model mlp."));
        }
        try {
            return values().get(Options.MODEL)
                    .map(name -> Read.of(Learners.of(name)))
                    .orElseGet(Read::nothing);
        } catch (IllegalArgumentException e) {
            return Read.wrong(model.get().says(String.valueOf(e.getMessage())));
        }
    }

    private Read<Subject> task(
            Dataset data, Holdout holdout, Splitting splitting, Learner learner, List<Metric> metrics) {
        try {
            return Read.of(new Subject.OfModel(Task.of(data, holdout, splitting, learner, metrics, text.constants())));
        } catch (IllegalArgumentException e) {
            return Read.wrong(place(Options.CV).says(String.valueOf(e.getMessage())));
        }
    }

    private Header.Word place(Option<?> option) {
        return header.option(option).orElse(Header.BEGIN);
    }

    /** What data and learner must be for each other. */
    private List<Mistake> unfit(Dataset data, Optional<Learner> learner) {
        Header.Word target = header.option(Options.TARGET).orElse(place(Options.DATA));
        return learner.stream()
                .flatMap(l -> l.problems(data).stream())
                .map(target::says)
                .toList();
    }

    private Read<Dataset> data(Predicate<Feature> takes) {
        Optional<Header.Word> given = header.option(Options.DATA);
        if (given.isEmpty()) {
            return Read.wrong(Header.BEGIN.says("Data (none) must be given: a Table of the notebook, or one of "
                    + String.join(", ", Bundled.NAMES) + ". Maybe --data iris."));
        }
        return values().get(Options.DATA)
                .map(name -> data(given.get(), name, takes))
                .orElseGet(Read::nothing);
    }

    private Read<Dataset> data(Header.Word place, String name, Predicate<Feature> takes) {
        String target = values().get(Options.TARGET).orElse(null);
        try {
            if (notebook.typeOf(name).isPresent()) {
                Object value = notebook.value(name);
                return value instanceof Table table
                        ? Read.of(Tables.dataset(table, name, target, takes))
                        : Read.wrong(place.says(noTable(name, value)));
            }
            return Bundled.NAMES.contains(name)
                    ? Read.of(Bundled.dataset(name, target))
                    : Read.wrong(place.says(unknown(name)));
        } catch (DataProblem e) {
            Header.Word ofTarget = header.option(Options.TARGET).orElse(place);
            return new Read<>(
                    null,
                    Stream.concat(
                                    e.ofTarget().stream().map(ofTarget::says),
                                    e.ofData().stream().map(place::says))
                            .toList());
        } catch (JavaException e) {
            return Read.wrong(place.says("Data (" + name + ") must have a value: " + e.getMessage() + "."));
        }
    }

    private static String noTable(String name, @Nullable Object value) {
        return "Data (" + name + ") must be a Table; the variable is "
                + (value == null ? "null" : "a " + value.getClass().getSimpleName()) + "."
                + (Bundled.NAMES.contains(name) ? " Maybe another name for it: it hides the bundled data." : "");
    }

    private String unknown(String name) {
        List<String> names = new ArrayList<>(Bundled.NAMES);
        names.addAll(notebook.variables());
        return "Data (" + name + ") must be a Table of the notebook, or one of " + String.join(", ", Bundled.NAMES)
                + "." + Maybe.sentence(name, names);
    }

    private Read<List<Metric>> metrics(Dataset.Target target) {
        Metric standard = target instanceof Dataset.Classes ? Metrics.ACCURACY : Metrics.RMSE;
        List<String> ids = values().get(Options.METRIC).orElse(List.of(standard.id()));
        Header.Word place = place(Options.METRIC);
        List<Mistake> mistakes = ids.stream()
                .flatMap(id -> Metrics.problem(id, Task.metrics(target))
                        .or(() -> Task.problem(Metrics.of(id).orElseThrow(), target))
                        .stream())
                .map(place::says)
                .toList();
        return Read.unless(
                mistakes,
                () -> ids.stream().flatMap(id -> Metrics.of(id).stream()).toList());
    }
}
