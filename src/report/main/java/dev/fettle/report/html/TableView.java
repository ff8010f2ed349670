package dev.fettle.report.html;

import dev.fettle.report.text.Wording;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Any Tablesaw table as a cell shows it: its first 20 rows and 40 columns, words cut at 80 characters, and how many more there
 * are. Stateless; a table is for one thread at a time.
 *
 * <pre>{@code
 * String text = TableView.of(StudyTable.of("study", history, space, "loss")).text();
 * }</pre>
 */
public final class TableView {
    private static final int ROWS = 20;
    private static final int COLUMNS = 40;
    private static final int LONG = 80;

    private TableView() {}

    /** The table; what is missing in it is {@code –}. One without rows shows its head. */
    public static Bundle of(Table table) {
        List<Column<?>> shown = table.columns().subList(0, Math.min(COLUMNS, table.columnCount()));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(ROWS, table.rowCount()); i++) {
            int row = i;
            rows.add(shown.stream().map(c -> cell(c, row)).toList());
        }
        TextTable columns = new TextTable(
                shown.stream().map(c -> cut(c.name())).toList(),
                shown.stream().map(c -> !(c instanceof NumericColumn)).toList(),
                rows);
        String size = size(table);
        String name = table.name() == null ? "" : table.name() + ": ";
        String html = "<div>" + columns.html() + Markup.paragraph(Markup.text(name + size)) + "</div>";
        return new Bundle(html, columns.text() + "\n" + name + size);
    }

    private static String size(Table table) {
        String size = Wording.count(table.rowCount(), "row") + " × " + Wording.count(table.columnCount(), "column");
        int rows = table.rowCount() - ROWS;
        int columns = table.columnCount() - COLUMNS;
        return size + (rows > 0 ? ", " + rows + " more" : "")
                + (columns > 0 ? ", " + Wording.count(columns, "column") + " not shown" : "") + ".";
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return Wording.NONE;
        }
        Object value = column.get(row);
        boolean plain = value instanceof Double || value instanceof Boolean || column instanceof BooleanColumn;
        return plain ? Wording.value(value) : cut(Wording.array(column.getString(row)));
    }

    private static String cut(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
    }
}
