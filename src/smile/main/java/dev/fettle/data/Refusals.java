package dev.fettle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Why columns cannot be features, in one sentence for each kind of reason. Immutable, for any thread.
 *
 * @param data how the data are called; advice in Java has this name where it can be a part of Java
 */
record Refusals(String data) {
    /** Of more columns only the first are told with what they hold. */
    private static final int TOLD = 3;

    private static final Pattern JAVA = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\..*\\))?");

    /** The reasons of those features that are not taken. */
    List<String> of(List<Feature> features, Predicate<Feature> takes) {
        List<Feature> words = new ArrayList<>();
        List<Feature> missing = new ArrayList<>();
        for (Feature feature : features) {
            if (!takes.test(feature)) {
                boolean complete = takes.test(feature.rows(present(feature).toArray()));
                (feature instanceof Feature.Levels && !complete ? words : missing).add(feature);
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!words.isEmpty()) {
            sentences.add(words(words));
        }
        if (!missing.isEmpty()) {
            sentences.add(missing(missing));
        }
        return sentences;
    }

    private static IntStream present(Feature feature) {
        return IntStream.range(0, feature.size()).filter(r -> !feature.isMissing(r));
    }

    private String words(List<Feature> columns) {
        String such = columns.stream()
                .map(Feature.Levels.class::cast)
                .flatMap(c -> present(c).limit(1).mapToObj(r -> c.labels().get(c.codes()[r])))
                .limit(TOLD)
                .collect(Collectors.joining(", "));
        return subject(columns) + "be numbers to be " + features(columns) + "; " + holds(columns) + " words such as "
                + (such.isEmpty() ? "none" : such) + "." + leftOut(columns) + ".";
    }

    private String missing(List<Feature> columns) {
        String which = columns.stream()
                .limit(TOLD)
                .map(c -> (columns.size() == 1 ? "it" : c.name()) + " has " + c.missing().length + ", the first in row "
                        + (c.missing()[0] + 1))
                .collect(Collectors.joining("; "));
        String complete = source() + ".dropRowsWithMissingValues()";
        // Within ${…} the kernels drop quotes.
        String alone = complete.contains("\"")
                ? "  Table complete = " + complete + ";  and  --data complete"
                : " --data ${" + complete + "}";
        return subject(columns) + "have no missing values; " + which + (columns.size() > TOLD ? "; …" : "") + "."
                + " Maybe --impute median, " + Names.drop(names(columns)) + ", or complete rows alone:" + alone + ".";
    }

    String missingTarget(Feature target) {
        int[] missing = target.missing();
        return "Target (" + target.name() + ") must have no missing values; it has " + missing.length
                + ", the first in row " + (missing[0] + 1) + ". Maybe  Table known = " + source()
                + ".dropWhere(t -> t.column(" + quoted(target.name()) + ").isMissing());  and  --data known.";
    }

    /** That columns are meant as numbers and hold something else. */
    String numerals(List<Feature.Levels> columns) {
        String which = columns.stream().map(c -> Numerals.of(c).strange()).collect(Collectors.joining("; "));
        String names = columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(", "));
        return subject(columns) + "be numbers in every row; " + which + "."
                + " Maybe  Table numbers = dev.fettle.data.Tables.numbers("
                + source() + ", " + names
                + ");  which is a copy where what is no number is missing, and  --data numbers"
                + " --impute median  or  --data ${numbers.dropRowsWithMissingValues()}.";
    }

    /** That columns are moments. */
    String moments(List<Feature.Levels> columns) {
        return subject(columns) + "be numbers or words to be " + features(columns) + "; " + holds(columns)
                + " dates or times." + leftOut(columns)
                + ", or numbers of them, such as the year, as columns of a copy.";
    }

    private boolean isJava() {
        return JAVA.matcher(data).matches();
    }

    /** The data in Java: as they are called, else as a file is read. */
    private String source() {
        return isJava() ? data : "dev.fettle.data.CsvFile.read(java.nio.file.Path.of(" + quoted(data) + "))";
    }

    /** As a literal of Java. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String subject(List<? extends Feature> columns) {
        return Names.subject(names(columns)) + " must ";
    }

    private static String features(List<? extends Feature> columns) {
        return columns.size() == 1 ? "a feature" : "features";
    }

    private static String holds(List<? extends Feature> columns) {
        return columns.size() == 1 ? "it holds" : "they hold";
    }

    private static String leftOut(List<? extends Feature> columns) {
        return " Maybe " + Names.drop(names(columns));
    }

    private static List<String> names(List<? extends Feature> columns) {
        return columns.stream().map(Feature::name).toList();
    }
}
