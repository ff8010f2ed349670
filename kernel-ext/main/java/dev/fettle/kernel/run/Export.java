package dev.fettle.kernel.run;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Roles;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Pipeline;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.learner.own.OwnLearner;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.space.Point;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The winner as plain Java that trains it anew, on all rows, and stores it.
 *
 * @param point of the winner
 */
public record Export(Settings settings, Task task, Point point) {
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

    private static final Pattern JAVA = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);

    /** A cell that runs as it is where the study ran; elsewhere if its data and its model are not of the notebook. */
    public String java() {
        Learner winner = winner();
        String name = Objects.requireNonNullElse(settings.name(), "last");
        boolean stored = !(bare(winner) instanceof OwnLearner);
        String java = Stream.of(
                        "Dataset data = " + data() + ";",
                        "Learner learner = " + learner(winner) + ";",
                        "Map<String, Object> values = " + values(winner) + ";",
                        "FittedModel winner = FittedModel.train(learner, values, data, new Seed("
                                + settings.get(Options.SEED) + ").child(\"refit\"));",
                        stored ? "winner.save(Path.of(\"" + name + ".model\"));" : "",
                        task.test() == null
                                ? ""
                                : "// On all " + task.data().rows() + " rows; " + name + ".model() has seen the "
                                        + task.train().rows() + " that were tuned on.")
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return imports(java) + "\n" + java;
    }

    private Learner winner() {
        Learner learner = task.objective().learner();
        return learner instanceof OneOf models
                ? models.chosen(String.valueOf(given().getOrDefault(OneOf.MODEL, "")))
                : learner;
    }

    private static Learner bare(Learner learner) {
        return learner instanceof Pipeline pipeline ? pipeline.last() : learner;
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
        String word = settings.get(Options.DATA).orElseThrow();
        String all = roles() + ")";
        if (Bundled.NAMES.contains(word)) {
            return "Bundled.dataset(" + quoted(word) + ", " + all;
        }
        Matcher java = JAVA.matcher(word);
        String table = java.matches()
                ? java.group(1).strip()
                : word.matches("\\w+") ? word : "CsvFile.read(Path.of(" + quoted(word) + "))";
        return "Tables.dataset(" + table + ", " + quoted(task.data().name()) + ", " + all;
    }

    /** The target alone where all else follows from it. */
    private String roles() {
        String target = quoted(task.data().targetName());
        boolean words = task.data().target() instanceof Dataset.Classes classes && !classes.numeric();
        String left = left().map(Export::quoted).collect(Collectors.joining(", "));
        if (words && left.isEmpty()) {
            return target;
        }
        return "Roles.of(" + target + ")" + (left.isEmpty() ? "" : ".without(" + left + ")") + ".to(Roles.Learning."
                + (task.data().target() instanceof Dataset.Classes ? Roles.Learning.CLASSIFY : Roles.Learning.REGRESS)
                + "), feature -> true";
    }

    /** The columns that are no features. */
    private Stream<String> left() {
        return Stream.concat(
                settings.get(Options.DROP).orElse(List.of()).stream(), settings.subject().aside().stream());
    }

    private static String learner(Learner winner) {
        String bare = bare(winner) instanceof OwnLearner own ? own(own) : "Learners.of(" + quoted(winner.name()) + ")";
        if (winner instanceof Pipeline pipeline && pipeline.steps().get(0) instanceof Preparation p) {
            return "Preparation.before(" + bare + ", Gaps." + p.gaps() + ", Scaler." + p.scale() + ")";
        }
        return bare;
    }

    private static String own(OwnLearner own) {
        boolean classes = own.learns(new Dataset.Classes(new int[0], List.of()));
        return "new OwnLearner(" + quoted(own.name()) + ", (Trainer." + (classes ? "OfClasses" : "OfValues")
                + ") (p, x, y) -> " + own.name() + "(p, x, y))";
    }

    private String values(Learner winner) {
        String entries = given().entrySet().stream()
                .flatMap(e -> own(winner, e.getKey())
                        .map(name -> "Map.entry(" + quoted(name) + ", " + literal(e.getValue()) + ")")
                        .stream())
                .collect(Collectors.joining(", "));
        return "Map.ofEntries(" + entries + ")";
    }

    private Optional<String> own(Learner winner, String name) {
        return task.objective().learner() instanceof OneOf models ? models.own(winner, name) : Optional.of(name);
    }

    private static String literal(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Export::literal).collect(Collectors.joining(", ", "List.of(", ")"));
        }
        return value instanceof String word ? quoted(word) : value.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
