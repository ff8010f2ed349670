package dev.fettle.report.html;

import dev.fettle.report.text.Wording;
import dev.fettle.report.view.Generations;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The generations of a search as rows of text. */
final class GenerationRows {
    private static final List<String> HEAD =
            List.of("generation", "evaluated", "min", "avg", "max", "sd", "best so far");

    private GenerationRows() {}

    static TextTable of(List<Generations.Row> rows) {
        return new TextTable(
                HEAD,
                Collections.nCopies(HEAD.size(), false),
                rows.stream().map(GenerationRows::cells).toList());
    }

    private static List<String> cells(Generations.Row row) {
        return Stream.concat(
                        Stream.of(row.number(), row.evaluated()).map(String::valueOf),
                        Stream.of(row.min(), row.avg(), row.max(), row.sd(), row.best())
                                .map(GenerationRows::number))
                .toList();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? Wording.NONE : Wording.score(value);
    }
}
