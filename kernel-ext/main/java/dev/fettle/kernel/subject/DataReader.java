package dev.fettle.kernel.subject;

import dev.fettle.data.Bundled;
import dev.fettle.data.CsvFile;
import dev.fettle.data.DataProblem;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.data.Roles;
import dev.fettle.data.Tables;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.Learner;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.word.Maybe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Reads what is learnt from: a table of the notebook, by its name or as Java, a file, or bundled data.
 *
 * @param learner what will learn from it; without one all columns are taken
 * @param metric by which it is scored first, if one is named
 * @param folds takes some columns for itself
 */
record DataReader(
        Header header,
        OptionValues values,
        Optional<Learner> learner,
        Optional<Metric> metric,
        FoldsReader folds,
        Notebook notebook) {
    private static final Pattern JAVA = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*\\..*\\)");

    Read<Dataset> read() {
        Predicate<Feature> takes =
                learner.<Predicate<Feature>>map(l -> l::takes).orElse(feature -> true);
        Optional<Header.Word> given = header.option(Options.DATA);
        if (given.isEmpty() && !header.lacks(Options.DATA)) {
            return Read.nothing();
        }
        if (given.isEmpty()) {
            return Read.wrong(Header.BEGIN.says("Data (none) must be given: a Table of the notebook, or one of "
                    + String.join(", ", Bundled.NAMES) + ". Maybe --data iris."));
        }
        String name = values.get(Options.DATA).orElse("");
        try {
            Dataset data = data(name, takes);
            return Read.unless(misjudged(data).stream().toList(), () -> data);
        } catch (DataProblem e) {
            return new Read<>(null, e.reasons().stream().map(this::mistake).toList());
        } catch (JavaException e) {
            return Read.wrong(
                    given.get().says("Data (" + name + ") must have a value. " + ObjectiveSource.whyNot(e, notebook)));
        }
    }

    private Mistake mistake(DataProblem.Reason reason) {
        Option<?> option =
                switch (reason.part()) {
                    case TARGET -> Options.TARGET;
                    case WITHOUT -> Options.DROP;
                    case WEIGHTS -> Options.WEIGHTS;
                    case POSITIVE -> Options.POSITIVE;
                    case DATA -> Options.DATA;
                };
        return header.option(option)
                .or(() -> header.option(Options.DATA))
                .orElse(Header.BEGIN)
                .says(reason.sentence());
    }

    private Dataset data(String name, Predicate<Feature> takes) throws JavaException {
        Matcher java = JAVA.matcher(name);
        if (java.matches() || notebook.typeOf(name).isPresent()) {
            String expression = java.matches() ? java.group(1).strip() : name;
            Object value = notebook.value(expression);
            return value instanceof String text && java.matches()
                    ? named(text, takes)
                    : table(expression, value, takes);
        }
        return named(name, takes);
    }

    /**
     * The table of data that were read, as Java; empty for bundled data.
     *
     * @param word as typed
     * @param found the name of the data: the Java of a table, else that of the bundled data or of the file
     */
    static Optional<String> table(String word, String found, Notebook notebook) {
        Matcher java = JAVA.matcher(word);
        String expression = java.matches() ? java.group(1).strip() : word;
        Optional<String> type = notebook.typeOf(expression);
        boolean isTable =
                java.matches() ? found.equals(expression) && !type.equals(Optional.of("String")) : type.isPresent();
        if (isTable) {
            return Optional.of(expression);
        }
        return Bundled.NAMES.contains(found)
                ? Optional.empty()
                : Optional.of(
                        "CsvFile.read(Path.of(\"" + found.replace("\\", "\\\\").replace("\"", "\\\"") + "\"))");
    }

    private Dataset table(String java, @Nullable Object value, Predicate<Feature> takes) {
        if (value instanceof Table table) {
            return Tables.dataset(table, java, roles(), takes);
        }
        throw problem(noTable(java, value));
    }

    /** Data that are no variable. */
    private Dataset named(String name, Predicate<Feature> takes) {
        if (Bundled.NAMES.contains(name)) {
            return Bundled.dataset(name, roles(), takes);
        }
        if (CALL.matcher(name).matches()) {
            throw problem("Data (" + name + ") must be a name or a file. Maybe --data ${" + name + "}.");
        }
        if (name.matches(".*[./\\\\].*")) {
            return Tables.dataset(CsvFile.read(Path.of(name)), name, roles(), takes);
        }
        throw problem(unknown(name));
    }

    private static DataProblem problem(String sentence) {
        return new DataProblem(List.of(new DataProblem.Reason(DataProblem.Part.DATA, sentence)));
    }

    private Roles roles() {
        return new Roles(
                values.get(Options.TARGET).orElse(null),
                values.get(Options.DROP).orElse(List.of()),
                folds.marks(),
                wanted().orElse(null),
                values.get(Options.WEIGHTS).orElse(null),
                values.get(Options.POSITIVE).orElse(null));
    }

    /** What is to be learnt: as {@code --task} says, else as the first metric scores, else what alone the model learns. */
    private Optional<Roles.Learning> wanted() {
        return values.get(Options.TASK)
                .or(() -> metric.map(
                        m -> m instanceof Metric.OfClasses ? Roles.Learning.CLASSIFY : Roles.Learning.REGRESS))
                .or(() -> learner.flatMap(DataReader::only));
    }

    private static Optional<Roles.Learning> only(Learner learner) {
        boolean classes = learner.learns(new Dataset.Classes(new int[0], List.of()));
        boolean values = learner.learns(new Dataset.Values(new double[0]));
        return classes == values
                ? Optional.empty()
                : Optional.of(classes ? Roles.Learning.CLASSIFY : Roles.Learning.REGRESS);
    }

    /** That the target cannot be what {@code --task} says. */
    private Optional<Mistake> misjudged(Dataset data) {
        boolean classes = data.target() instanceof Dataset.Classes;
        return values.get(Options.TASK)
                .filter(task -> classes != (task == Roles.Learning.CLASSIFY))
                .flatMap(task -> header.option(Options.TASK)
                        .map(word -> word.says("Task (" + word.text() + ") must be "
                                + (classes
                                        ? "classify: " + data.targetName() + " holds words."
                                        : "regress: " + data.targetName()
                                                + " holds numbers that are not all whole."))));
    }

    private static String noTable(String java, @Nullable Object value) {
        return "Data (" + java + ") must be a Table; "
                + (java.matches("\\w+") ? "the variable" : "the value") + " is "
                + (value == null ? "null" : "a " + value.getClass().getSimpleName()) + "."
                + (Bundled.NAMES.contains(java) ? " Maybe another name for it: it hides the bundled data." : "");
    }

    private String unknown(String name) {
        List<String> names = new ArrayList<>(Bundled.NAMES);
        names.addAll(notebook.variables());
        return "Data (" + name + ") must be a Table of the notebook, a file, or one of "
                + String.join(", ", Bundled.NAMES) + "." + Maybe.sentence(name, names);
    }
}
