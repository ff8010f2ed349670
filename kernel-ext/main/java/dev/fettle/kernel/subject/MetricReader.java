package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.MetricSource;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads by which metrics points are scored: ours by name, or those of the notebook.
 *
 * @param goal the line {@code maximize NAME}, which names the metric if no option does, and says which way of one's own is
 *     better; empty if there is none
 */
record MetricReader(Header header, OptionValues values, Optional<SpaceText.JavaPart> goal, Notebook notebook) {
    /** The metrics of the notebook among those that are named. */
    record Own(Map<String, MetricSource> sources) {
        Optional<Metric> of(String id) {
            return Metrics.of(id).or(() -> Optional.ofNullable(sources.get(id)).map(MetricSource::metric));
        }

        /** Of those that are code, by name. */
        Map<String, String> fingerprints() {
            Map<String, String> marks = new TreeMap<>();
            sources.forEach((name, source) -> source.fingerprints()
                    .forEach((of, mark) -> marks.put(of.equals("objective") ? "metric " + name : of, mark)));
            return marks;
        }
    }

    private List<String> ids() {
        return values.get(Options.METRIC)
                .or(() -> goal.filter(part -> part.java().isBlank()).map(part -> List.of(part.name())))
                .orElse(List.of());
    }

    private Mistake says(String sentence) {
        return header.option(Options.METRIC).map(word -> word.says(sentence)).orElseGet(() -> goal.map(
                        part -> part.namePlace().says(sentence))
                .orElseGet(() -> Header.BEGIN.says(sentence)));
    }

    Read<Own> own() {
        Map<String, MetricSource> sources = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (String id : ids()) {
            try {
                if (isOwn(id, notebook)) {
                    MetricSource.of(id, direction(id), notebook)
                            .ifPresentOrElse(
                                    source -> sources.put(id, source), () -> mistakes.add(says(unfit(id, notebook))));
                }
            } catch (JavaException e) {
                mistakes.add(says("Metric (" + id + ") must compile. " + ObjectiveSource.whyNot(e, notebook)));
            }
        }
        ids().stream().limit(1).forEach(first -> undirected(first, sources).ifPresent(mistakes::add));
        return Read.unless(mistakes, () -> new Own(sources));
    }

    /** Ours go first: a variable that happens to be called accuracy is not meant. */
    static boolean isOwn(String id, Notebook notebook) {
        return Metrics.of(id).isEmpty()
                && (notebook.typeOf(id).isPresent() || notebook.methods().contains(id));
    }

    static String unfit(String id, Notebook notebook) {
        String is = notebook.typeOf(id)
                .map(type -> "it is a variable of type " + type)
                .orElse("it takes (" + String.join(") or (", notebook.methodParameters(id)) + ")");
        return "Metric (" + id + ") must be a method  double " + id + MetricSource.SHAPE
                + "  or a variable of type Metric or Scorer; " + is + ".";
    }

    private Direction direction(String id) {
        return goal.filter(part -> part.name().equals(id))
                .map(part -> Direction.valueOf(part.direction().toUpperCase(Locale.ROOT)))
                .orElse(Direction.MAXIMIZE);
    }

    private Optional<Mistake> undirected(String first, Map<String, MetricSource> sources) {
        MetricSource source = sources.get(first);
        return source == null || source.directed() || goal.isPresent()
                ? Optional.empty()
                : Optional.of(says("Metric (" + first + ") must have a direction: the cell ends with  maximize " + first
                        + "  or  minimize " + first + "."));
    }

    /** A line of the goal that does not say what the metric says. */
    Optional<Mistake> unlike(Metric metric) {
        return goal.filter(part -> part.name().equals(metric.id()))
                .filter(part -> Direction.valueOf(part.direction().toUpperCase(Locale.ROOT)) != metric.direction())
                .map(part -> part.directionPlace()
                        .says("Goal (" + part.direction() + " " + metric.id() + ") must be "
                                + metric.direction().name().toLowerCase(Locale.ROOT) + " " + metric.id() + "."));
    }

    /** A goal with Java, or one that is not the metric. */
    Optional<Mistake> misplaced() {
        Optional<Mistake> java = goal.filter(part -> !part.java().isBlank()).map(part -> part.directionPlace()
                .says("Goal (" + part.direction() + ") must stand without Java beside --model, whose goal is"
                        + " --metric. Maybe leave --model out."));
        return java.or(
                () -> goal.filter(part -> !part.name().equals(ids().get(0))).map(part -> part.namePlace()
                        .says("Goal (" + part.name() + ") must be the first of --metric, " + ids().get(0)
                                + ". Maybe leave it out.")));
    }

    /** The one that decides; empty if none is named, or nobody knows it. */
    Optional<Metric> first(Own own) {
        return ids().stream().findFirst().flatMap(own::of);
    }

    /** The metrics for a target; its usual one if none is named. */
    Read<List<Metric>> of(Own own, Dataset.Target target) {
        Metric standard = target instanceof Dataset.Classes ? Metrics.ACCURACY : Metrics.RMSE;
        List<String> ids = ids().isEmpty() ? List.of(standard.id()) : ids();
        List<Mistake> mistakes = new ArrayList<>();
        for (String id : ids) {
            Optional<Metric> metric = own.of(id);
            Optional<String> problem =
                    metric.isPresent() ? Task.problem(metric.get(), target) : Metrics.problem(id, Task.metrics(target));
            problem.map(this::says).ifPresent(mistakes::add);
        }
        own.of(ids.get(0)).flatMap(this::unlike).ifPresent(mistakes::add);
        return Read.unless(
                mistakes, () -> ids.stream().flatMap(id -> own.of(id).stream()).toList());
    }
}
