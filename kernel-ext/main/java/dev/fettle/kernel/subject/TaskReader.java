package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Remarks;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.Learner;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads which model is tuned on which data by which metric.
 *
 * @param domain what the method needs of the space and of the metric
 */
public record TaskReader(
        Header header, Read<OptionValues> options, SpaceText text, Method.Domain domain, Notebook notebook) {
    /** The task. What stands beside it is checked even where a part has a mistake. */
    public Read<Subject> read() {
        Read<ModelReader.Models> models = new ModelReader(header, options, fills(), notebook).read();
        Optional<Learner> learner = models.found().map(ModelReader.Models::learner);
        MetricReader metrics = MetricReader.of(header, values(), text, notebook);
        Read<MetricReader.Own> own = metrics.own();
        FoldsReader folds = new FoldsReader(header, values(), notebook);
        Read<Dataset> data =
                new DataReader(header, values(), learner, own.found().flatMap(metrics::first), folds, notebook).read();
        Optional<Dataset> features = data.found().map(folds::features);
        Read<Splitting> splitting = data.found().map(folds::read).orElseGet(Read::nothing);
        boolean smooth = LastTrials.descends(domain, values());
        Read<MetricReader.Scoring> scoring = own.found()
                .map(o -> data.found()
                        .map(d -> metrics.of(o, d.target(), smooth))
                        .orElseGet(() -> new Read<>(null, metrics.unknown(o))))
                .orElseGet(Read::nothing);
        List<Mistake> mistakes = new ArrayList<>();
        metrics.misplaced().ifPresent(mistakes::add);
        mistakes.addAll(models.mistakes());
        learner.map(l -> new SpaceChecks(text).ofLearner(l)).ifPresent(mistakes::addAll);
        mistakes.addAll(data.mistakes());
        features.map(d -> unfit(d, learner)).ifPresent(mistakes::addAll);
        mistakes.addAll(splitting.mistakes());
        mistakes.addAll(own.mistakes());
        mistakes.addAll(scoring.mistakes());
        return mistakes.isEmpty()
                        && options.mistakes().isEmpty()
                        && learner.isPresent()
                        && data.found().isPresent()
                ? task(
                        features.orElseThrow(),
                        aside(data.found().orElseThrow(), features.orElseThrow()),
                        folds.holdout(),
                        splitting.found().orElseThrow(),
                        models.found().orElseThrow(),
                        scoring.found().orElseThrow())
                : new Read<>(null, mistakes);
    }

    private static List<String> aside(Dataset all, Dataset features) {
        List<String> names =
                new ArrayList<>(all.features().stream().map(Feature::name).toList());
        features.features().forEach(f -> names.remove(f.name()));
        return names;
    }

    /** Whether the cell itself says how gaps are filled, whatever the point. */
    private boolean fills() {
        Object constant = text.constants().get("impute");
        return constant == null
                ? text.space()
                        .parameter("impute")
                        .filter(p -> !p.contains("off"))
                        .isPresent()
                : !constant.equals("off");
    }

    private boolean varies(String name) {
        return text.space().parameter(name).isPresent() || text.constants().containsKey(name);
    }

    private OptionValues values() {
        return options.found().orElseThrow();
    }

    private Read<Subject> task(
            Dataset data,
            List<String> aside,
            Holdout holdout,
            Splitting splitting,
            ModelReader.Models models,
            MetricReader.Scoring scoring) {
        try {
            Map<String, String> marks = new TreeMap<>(models.fingerprints());
            marks.putAll(scoring.fingerprints());
            Task task = Task.of(data, holdout, splitting, models.learner(), scoring.metrics(), text.constants())
                    .withGoals(scoring.goals());
            WholeSpace whole = new WholeSpace(text, task.training(), domain);
            SearchSpace space = whole.of(models.learner());
            boolean smooth = domain == Method.Domain.SMOOTH;
            List<String> problems = smooth ? task.gradientProblems(space) : List.of();
            Optional<Mistake> unnested = unnested(task);
            return space.parameters().isEmpty() || unnested.isPresent()
                    ? Read.wrong(unnested.orElse(SpaceChecks.NO_SPACE))
                    : Read.of(new Subject.OfModel(
                            smooth && problems.isEmpty() ? task.withGradient(space) : task,
                            space,
                            marks,
                            said(Stream.concat(whole.remark(space).stream(), byDifferences(problems)), models, data),
                            aside,
                            Origin.of(data.name(), values(), notebook)));
        } catch (IllegalArgumentException e) {
            return Read.wrong(place(Options.CV).says(String.valueOf(e.getMessage())));
        }
    }

    /** What hinders a nested cross-validation, if one is asked for. */
    private Optional<Mistake> unnested(Task task) {
        try {
            values().get(Options.NESTED).ifPresent(task::outer);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(place(Options.NESTED).says(String.valueOf(e.getMessage())));
        }
    }

    private static Stream<String> byDifferences(List<String> problems) {
        return problems.isEmpty()
                ? Stream.of()
                : Stream.of("Gradients come from differences. For exact ones: " + String.join(" ", problems));
    }

    private List<String> said(Stream<String> ofSpace, ModelReader.Models models, Dataset data) {
        Optional<String> ofScale = models.unscaled() && !varies("scale")
                ? Remarks.scale(data).map(sentence -> sentence + " Maybe --scale on.")
                : Optional.empty();
        Optional<String> ofWeights =
                values().get(Options.WEIGHTS).map(column -> "Rows count by " + column + ", in training and in scores.");
        return Stream.concat(
                        Stream.concat(models.remarks().stream(), ofSpace),
                        Stream.of(ofScale, ofWeights).flatMap(Optional::stream))
                .toList();
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
}
