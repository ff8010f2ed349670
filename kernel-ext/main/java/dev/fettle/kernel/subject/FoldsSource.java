package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Given;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.Numbered;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.space.text.Read;
import dev.fettle.word.Maybe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Splits that stand elsewhere: in a column of the data, or in a variable of the notebook.
 *
 * @param place of the option that names them
 */
record FoldsSource(Dataset data, Header.Word place, Notebook notebook) {
    /** Folds by a column of their numbers, else by a variable. */
    Read<Splitting> splitting(String name) {
        Optional<Feature> column = column(name);
        if (column.isPresent()) {
            return numbered(column.get());
        }
        if (notebook.typeOf(name).isPresent()) {
            return given(name);
        }
        List<String> names = Stream.of(FoldsReader.words().stream(), columns().stream(), notebook.variables().stream())
                .flatMap(words -> words)
                .toList();
        return wrong("Folds (" + name + ") must be one of " + String.join(", ", FoldsReader.words()) + ", a column of "
                + data.name() + ", or a variable of the notebook." + Maybe.sentence(name, names));
    }

    /** Folds of whole groups by a column. */
    Read<Splitting> grouped(String name, int k, boolean stratified) {
        Optional<Feature> column = column(name);
        if (column.isEmpty()) {
            return wrong("Group (" + name + ") must be a column of " + data.name() + " besides its target: "
                    + String.join(", ", columns()) + "." + Maybe.sentence(name, columns()));
        }
        int[] missing = column.get().missing();
        return missing.length > 0
                ? wrong("Group (" + name + ") must have a value in each row, and has none in row " + (missing[0] + 1)
                        + ".")
                : Read.of(new Grouped(k, stratified, name, codes(column.get())));
    }

    /** Words and numbers alike, in their order. */
    static int[] codes(Feature column) {
        if (column instanceof Feature.Levels words) {
            return words.codes();
        }
        // There is one zero.
        double[] x = DoubleStream.of(((Feature.Numbers) column).x())
                .map(v -> v + 0.0)
                .toArray();
        double[] values = DoubleStream.of(x).sorted().distinct().toArray();
        return DoubleStream.of(x).mapToInt(v -> Arrays.binarySearch(values, v)).toArray();
    }

    private Read<Splitting> numbered(Feature column) {
        String subject = "Folds (" + column.name() + ") must be whole numbers of at least -1";
        if (!(column instanceof Feature.Numbers numbers)) {
            return wrong(subject + ", and the column holds words. Maybe --folds group --group " + column.name() + ".");
        }
        double[] x = numbers.x();
        OptionalInt odd = IntStream.range(0, x.length)
                .filter(i -> !(x[i] >= -1 && x[i] == (int) x[i]))
                .findFirst();
        return odd.isPresent()
                ? wrong(subject + ", and row " + (odd.getAsInt() + 1) + " has "
                        + (column.isMissing(odd.getAsInt()) ? "none" : x[odd.getAsInt()]) + ".")
                : Read.of(new Numbered(
                        column.name(), DoubleStream.of(x).mapToInt(v -> (int) v).toArray()));
    }

    private Read<Splitting> given(String name) {
        try {
            Object value = notebook.value(name);
            if (value instanceof Folds folds) {
                return Read.of(new Given(name, folds));
            }
            return value instanceof int[][][] rows
                    ? Read.of(new Given(name, Folds.of(rows)))
                    : wrong("Folds (" + name
                            + ") must be Folds or int[][][], the rows that train and those that test of"
                            + " each fold; the variable is "
                            + (value == null ? "null" : "a " + value.getClass().getSimpleName()) + ".");
        } catch (JavaException e) {
            return wrong("Folds (" + name + ") must have a value: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            return wrong(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Feature> column(String name) {
        return data.features().stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private List<String> columns() {
        return data.features().stream().map(Feature::name).toList();
    }

    private Read<Splitting> wrong(String message) {
        return Read.wrong(place.says(message));
    }
}
