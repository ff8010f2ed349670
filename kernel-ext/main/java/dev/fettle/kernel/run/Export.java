package dev.fettle.kernel.run;

import dev.fettle.data.Dataset;
import dev.fettle.data.Roles;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Pipeline;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.learner.own.NamedLearner;
import dev.fettle.learner.own.OwnLearner;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.space.Point;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The winner as plain Java that trains it anew, on all rows, and stores it.
 *
 * @param subject that of the settings
 * @param point of the winner
 */
public record Export(Settings settings, Subject.OfModel subject, Point point) {
    private static final List<String> NAMED = List.of(
            "dev.fettle.data.Bundled",
            "dev.fettle.data.CsvFile",
            "dev.fettle.data.Dataset",
            "dev.fettle.data.Roles",
            "dev.fettle.data.Tables",
            "dev.fettle.learner.Learner",
            "dev.fettle.learner.Learners",
            "dev.fettle.learner.own.OwnLearner",
            "dev.fettle.learner.own.Trainer",
            "dev.fettle.learner.prepare.Gaps",
            "dev.fettle.learner.prepare.Preparation",
            "dev.fettle.learner.prepare.Scaler",
            "dev.fettle.model.FittedModel",
            "dev.fettle.random.Seed",
            "java.nio.file.Path",
            "java.util.List",
            "java.util.Map");

    /** A cell that runs as it is where the study ran; elsewhere if its data and its model are not of the notebook. */
    public String java() {
        Learner winner = winner();
        String table = subject.origin().table().orElse("");
        String data = free("data", table);
        String learner = free("learner", model(winner));
        String trained = free("winner", table + " " + model(winner));
        String name = Objects.requireNonNullElse(settings.name(), "last");
        Task task = task();
        boolean stored = !(bare(winner) instanceof OwnLearner);
        String java = Stream.of(
                        "Dataset " + data + " = " + data() + ";",
                        "Learner " + learner + " = " + learner(winner) + ";",
                        "Map<String, Object> values = " + values(winner) + ";",
                        "FittedModel " + trained + " = FittedModel.train(" + learner + ", values, " + data
                                + ", new Seed(" + settings.get(Options.SEED) + "L).child(\"refit\"));",
                        stored ? trained + ".save(Path.of(\"" + name + ".model\"));" : "",
                        task.test() == null
                                ? ""
                                : "// On all " + task.data().rows() + " rows; " + name + ".model() has seen the "
                                        + task.train().rows() + " that were tuned on.")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return imports(java) + "\n" + java;
    }

    private Task task() {
        return subject.model();
    }

    /** A name for a variable of ours that is none that the study's own Java reads, nor the study. */
    private String free(String name, String java) {
        String read = java + " " + settings.name();
        return read.matches("(?s).*\\b" + name + "\\b.*") ? free(name + "_", java) : name;
    }

    private Learner winner() {
        Learner learner = task().objective().learner();
        return learner instanceof OneOf models
                ? models.chosen(String.valueOf(given().getOrDefault(OneOf.MODEL, "")))
                : learner;
    }

    private static Learner bare(Learner learner) {
        Learner last = learner instanceof Pipeline pipeline ? pipeline.last() : learner;
        return last instanceof NamedLearner named ? named.learner() : last;
    }

    private Map<String, Object> given() {
        Map<String, Object> given = new TreeMap<>(settings.constants());
        given.putAll(point.entries());
        return given;
    }

    /** Of the classes that are named by their simple names. */
    private static String imports(String java) {
        return NAMED.stream()
                .filter(c -> java.matches("(?s).*(?<![\\w.])" + c.substring(c.lastIndexOf('.') + 1) + "\\b.*"))
                .map(c -> "import " + c + ";")
                .collect(Collectors.joining("\n"));
    }

    private String data() {
        String name = quoted(task().data().name());
        return subject.origin()
                        .table()
                        .map(table -> "Tables.dataset(" + table + ", " + name)
                        .orElse("Bundled.dataset(" + name)
                + ", " + roles() + ")";
    }

    /** The target alone where all else follows from it. */
    private String roles() {
        String target = quoted(task().data().targetName());
        boolean words = task().data().target() instanceof Dataset.Classes classes && !classes.numeric();
        String left = left().map(Export::quoted).collect(Collectors.joining(", "));
        String weighing = settings.get(Options.WEIGHTS)
                        .map(column -> ".weights(" + quoted(column) + ")")
                        .orElse("")
                + settings.get(Options.POSITIVE)
                        .map(label -> ".positive(" + quoted(label) + ")")
                        .orElse("");
        if (words && left.isEmpty() && weighing.isEmpty()) {
            return target;
        }
        return "Roles.of(" + target + ")" + weighing + (left.isEmpty() ? "" : ".without(" + left + ")")
                + ".to(Roles.Learning."
                + (task().data().target() instanceof Dataset.Classes ? Roles.Learning.CLASSIFY : Roles.Learning.REGRESS)
                + "), feature -> true";
    }

    /** The columns that are no features. */
    private Stream<String> left() {
        return Stream.concat(settings.get(Options.DROP).orElse(List.of()).stream(), subject.aside().stream());
    }

    private String learner(Learner winner) {
        return winner instanceof Pipeline pipeline && pipeline.steps().get(0) instanceof Preparation p
                ? "Preparation.before(" + model(winner) + ", Gaps." + p.gaps() + ", Scaler." + p.scale() + ")"
                : model(winner);
    }

    private String model(Learner winner) {
        String variable = subject.origin().models().get(word(winner));
        if (variable != null) {
            return variable;
        }
        return bare(winner) instanceof OwnLearner own ? method(own) : "Learners.of(" + quoted(winner.name()) + ")";
    }

    /** As behind {@code --model}. */
    private String word(Learner winner) {
        int at = task().objective().learner() instanceof OneOf models
                ? models.learners().indexOf(winner)
                : 0;
        return settings.get(Options.MODEL).orElseThrow().get(at);
    }

    private static String method(OwnLearner own) {
        boolean classes = own.learns(new Dataset.Classes(new int[0], List.of()));
        return "new OwnLearner(" + quoted(own.name()) + ", (Trainer." + (classes ? "OfClasses" : "OfValues")
                + ") (p, x, y) -> " + own.name() + "(p, x, y))";
    }

    /** Of a name with and without the learner's before it, as {@link OneOf#configure} takes them. */
    private String values(Learner winner) {
        Map<String, Object> own = new TreeMap<>();
        Map<String, Object> given = given();
        Stream.of(true, false)
                .forEach(plain -> given.forEach((name, value) -> own(winner, name)
                        .filter(bare -> bare.equals(name) == plain)
                        .ifPresent(bare -> own.put(bare, value))));
        return own.entrySet().stream()
                .map(e -> "Map.entry(" + quoted(e.getKey()) + ", " + literal(e.getValue()) + ")")
                .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    private Optional<String> own(Learner winner, String name) {
        return task().objective().learner() instanceof OneOf models ? models.own(winner, name) : Optional.of(name);
    }

    private static String literal(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Export::literal).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        return value instanceof String word ? quoted(word) : value + (value instanceof Long ? "L" : "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
