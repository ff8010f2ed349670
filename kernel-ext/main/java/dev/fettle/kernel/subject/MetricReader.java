package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.evaluation.metric.Smooth;
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
 * @param goals what is written behind {@code maximize} and {@code minimize}: it names the metrics if no option does, says which
 *     way of one's own is better, and that more than the first of them are goals; empty if there is no such line
 * @param java what stands below it
 */
record MetricReader(
        Header header, OptionValues values, List<SpaceText.GoalPart> goals, String java, Notebook notebook) {
    static MetricReader of(Header header, OptionValues values, SpaceText text, Notebook notebook) {
        SpaceText.JavaPart part = text.objective();
        return part == null
                ? new MetricReader(header, values, List.of(), "", notebook)
                : new MetricReader(header, values, part.goals(), part.java(), notebook);
    }

    /** The metrics of the notebook among those that are named. */
    record Own(Map<String, MetricSource> sources) {
        Optional<Metric> of(String id) {
            return Metrics.of(id).or(() -> Optional.ofNullable(sources.get(id)).map(MetricSource::metric));
        }

        /** Of those that are code, by name. */
        Map<String, String> fingerprints() {
            Map<String, String> marks = new TreeMap<>();
            sources.values().forEach(source -> marks.putAll(source.fingerprints()));
            return marks;
        }
    }

    /**
     * By what points are scored.
     *
     * @param goals how many of the metrics are goals, from the first on
     * @param fingerprints of metrics of the notebook, by name
     */
    record Scoring(List<Metric> metrics, int goals, Map<String, String> fingerprints) {}

    private List<String> ids() {
        return values.get(Options.METRIC)
                .orElseGet(() -> java.isBlank()
                        ? goals.stream().map(SpaceText.GoalPart::name).toList()
                        : List.of());
    }

    private Mistake says(String sentence) {
        Optional<Header.Word> given = header.option(Options.METRIC);
        if (given.isPresent()) {
            return given.get().says(sentence);
        }
        return goals.isEmpty()
                ? Header.BEGIN.says(sentence)
                : goals.get(0).namePlace().says(sentence);
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
        return goals.stream()
                .filter(part -> part.name().equals(id))
                .findFirst()
                .map(JavaReader::direction)
                .orElse(Direction.MAXIMIZE);
    }

    private Optional<Mistake> undirected(String first, Map<String, MetricSource> sources) {
        MetricSource source = sources.get(first);
        return source == null || source.directed() || !goals.isEmpty()
                ? Optional.empty()
                : Optional.of(says("Metric (" + first + ") must have a direction: the cell ends with  maximize " + first
                        + "  or  minimize " + first + "."));
    }

    /** Goals that do not say what their metric says. */
    private List<Mistake> unlike(Own own) {
        List<Mistake> mistakes = new ArrayList<>();
        for (SpaceText.GoalPart goal : goals) {
            own.of(goal.name())
                    .filter(metric -> metric.direction() != JavaReader.direction(goal))
                    .map(metric -> goal.directionPlace()
                            .says("Goal (" + goal + ") must be "
                                    + metric.direction().name().toLowerCase(Locale.ROOT) + " " + metric.id() + "."))
                    .ifPresent(mistakes::add);
        }
        return mistakes;
    }

    /** A goal with Java, or goals that are not the first metrics. */
    Optional<Mistake> misplaced() {
        if (!goals.isEmpty() && !java.isBlank()) {
            SpaceText.GoalPart first = goals.get(0);
            return Optional.of(first.directionPlace()
                    .says("Goal (" + first.direction() + ") must stand without Java beside --model, whose goal is"
                            + " --metric. Maybe leave --model out."));
        }
        List<String> ids = ids();
        for (int i = 0; i < goals.size(); i++) {
            String name = goals.get(i).name();
            if (i >= ids.size() || !name.equals(ids.get(i))) {
                return Optional.of(goals.get(i)
                        .namePlace()
                        .says("Goal (" + name + ") must be the " + (i == 0 ? "first" : "next") + " of --metric "
                                + String.join(",", ids) + ". Maybe leave --metric out."));
            }
        }
        return Optional.empty();
    }

    /** The one that decides; empty if none is named, or nobody knows it. */
    Optional<Metric> first(Own own) {
        return ids().stream().findFirst().flatMap(own::of);
    }

    /** Where nothing is known of the target: those that no target has. */
    List<Mistake> unknown(Own own) {
        return ids().stream()
                .filter(id -> own.of(id).isEmpty())
                .flatMap(id -> Metrics.problem(id, Metric.class).stream())
                .map(this::says)
                .toList();
    }

    /**
     * By what a target is scored; its usual metrics if none is named.
     *
     * @param smooth whether the goals must have a gradient
     */
    Read<Scoring> of(Own own, Dataset.Target target, boolean smooth) {
        List<String> ids = ids().isEmpty() ? usual(target, smooth) : ids();
        List<Mistake> mistakes = new ArrayList<>();
        for (String id : ids) {
            Optional<Metric> metric = own.of(id);
            Optional<String> problem =
                    metric.isPresent() ? Task.problem(metric.get(), target) : Metrics.problem(id, Task.metrics(target));
            problem.map(this::says).ifPresent(mistakes::add);
        }
        if (smooth && mistakes.isEmpty()) {
            ids.stream()
                    .limit(Math.max(1, goals.size()))
                    .flatMap(id -> own.of(id).stream())
                    .filter(MetricReader::isRough)
                    .map(metric -> says("Metric (" + metric.id() + ") must be smooth to have a gradient. Maybe "
                            + usual(target, true).get(0) + "."))
                    .forEach(mistakes::add);
        }
        mistakes.addAll(unlike(own));
        if (ids.stream().distinct().count() < ids.size()) {
            mistakes.add(says("Metrics (" + String.join(", ", ids) + ") must each be named once."));
        }
        return Read.unless(
                mistakes,
                () -> new Scoring(
                        ids.stream().flatMap(id -> own.of(id).stream()).toList(),
                        Math.max(1, goals.size()),
                        own.fingerprints()));
    }

    /** One of ours that jumps; of others nobody knows. */
    private static boolean isRough(Metric metric) {
        return !(metric instanceof Smooth) && Metrics.of(metric.id()).isPresent();
    }

    /** Beside a smooth one that of people. */
    private static List<String> usual(Dataset.Target target, boolean smooth) {
        boolean classes = target instanceof Dataset.Classes;
        Metric usual = classes ? Metrics.ACCURACY : Metrics.RMSE;
        return smooth ? List.of(classes ? "log_loss" : "mse", usual.id()) : List.of(usual.id());
    }
}
