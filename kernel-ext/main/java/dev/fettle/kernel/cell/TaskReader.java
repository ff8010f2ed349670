package dev.fettle.kernel.cell;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads which model is tuned on which data by which metric. */
record TaskReader(Header header, Read<OptionValues> options, SpaceText text, Notebook notebook) {
    /** The task. What stands beside it is checked even where a part has a mistake. */
    Read<Subject> read() {
        Read<Learner> learner = learner();
        Read<Dataset> data = new DataReader(header, values(), notebook)
                .read(learner.found().<Predicate<Feature>>map(l -> l::takes).orElse(feature -> true));
        Read<List<Metric>> metrics = data.found().map(d -> metrics(d.target())).orElseGet(Read::nothing);
        List<Mistake> mistakes = new ArrayList<>();
        goal().ifPresent(mistakes::add);
        mistakes.addAll(learner.mistakes());
        learner.found().map(l -> new SpaceChecks(text).ofLearner(l)).ifPresent(mistakes::addAll);
        mistakes.addAll(data.mistakes());
        data.found().map(d -> unfit(d, learner.found())).ifPresent(mistakes::addAll);
        mistakes.addAll(metrics.mistakes());
        return mistakes.isEmpty()
                        && options.mistakes().isEmpty()
                        && learner.found().isPresent()
                ? task(
                        data.found().orElseThrow(),
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

    private Read<Subject> task(Dataset data, Learner learner, List<Metric> metrics) {
        try {
            return Read.of(new Subject.OfModel(Task.of(
                    data,
                    values().get(Options.TEST),
                    values().get(Options.CV),
                    learner,
                    metrics,
                    text.constants(),
                    values().get(Options.SEED))));
        } catch (IllegalArgumentException e) {
            return Read.wrong(place(Options.CV).says(String.valueOf(e.getMessage())));
        }
    }

    private Header.Word place(Option<?> option) {
        return header.option(option).orElse(Header.BEGIN);
    }

    /** What data, test and learner must be for each other. */
    private List<Mistake> unfit(Dataset data, Optional<Learner> learner) {
        double test = values().get(Options.TEST);
        Optional<String> ofTest = test == 0 ? Optional.empty() : Holdout.problem(data.rows(), test);
        Header.Word target = header.option(Options.TARGET).orElse(place(Options.DATA));
        return Stream.concat(
                        ofTest.map(place(Options.TEST)::says).stream(),
                        learner.stream().flatMap(l -> l.problems(data).stream()).map(target::says))
                .toList();
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
