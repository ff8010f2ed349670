package dev.fettle.report.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.fettle.report.text.Wording;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All trials of a study, to be read by other programs: the columns of {@link StudyTable}, a row for each trial, whatever the
 * country. Each number comes back bit for bit, as {@link Double#toString} writes it; NaN and ±∞ are {@code NaN}, {@code
 * Infinity} and {@code -Infinity}, as texts where JSON has no such numbers. Immutable, for any thread.
 *
 * <p>CSV is that of RFC 4180, in UTF-8: what is not there is an empty field, an empty text {@code ""}, an array {@code (100, 50)}.
 * JSON is an object of {@code study}, {@code goals}, {@code parameters} and {@code trials}, of which each is an object by column; what is
 * not there is left out, an array is one.
 *
 * <pre>{@code
 * TrialFile.of("study", history, space).write(Path.of("trials.csv"), false);
 * }</pre>
 */
public final class TrialFile {
    private static final String ENDINGS = "must end in .csv or .json.";

    private final String study;
    private final List<Goal> goals;
    private final List<String> parameters;
    private final List<TrialColumn> columns;
    private final int rows;

    private TrialFile(String study, History history, List<String> parameters) {
        this.study = study;
        this.goals = history.goals();
        this.parameters = parameters;
        this.columns = TrialColumns.of(history, parameters, history.goal().name());
        this.rows = history.size();
    }

    /** The trials of a study, by its name. */
    public static TrialFile of(String study, History history, SearchSpace space) {
        return of(study, history, space.names());
    }

    /** The same, where nobody knows more of the space than the names of its parameters. */
    public static TrialFile of(String study, History history, List<String> parameters) {
        return new TrialFile(study, history, List.copyOf(parameters));
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns.stream().map(TrialColumn::name).toList();
    }

    /**
     * Writes a file, of the form that its name ends in: {@code .csv} or {@code .json}.
     *
     * @param overwrite whether a file that is there may be replaced
     * @throws IOException if the name has another ending, the file is there and may not be replaced, or cannot be written; the
     *     message is a whole sentence
     */
    public void write(Path file, boolean overwrite) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".json")) {
            throw new IOException("File (" + file + ") " + ENDINGS + " Maybe trials.csv.");
        }
        String text = name.endsWith(".csv") ? csv() : json();
        Set<OpenOption> options = overwrite
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
                : Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            Files.writeString(file, text, options.toArray(OpenOption[]::new));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "File (" + file + ") must not be there yet; it stays as it is. Maybe --overwrite, or another name.",
                    e);
        } catch (IOException e) {
            throw new IOException(
                    "File (" + file + ") must be one that can be written, in a folder that exists: " + e + ".", e);
        }
    }

    /** As CSV; lines end with CR LF. */
    public String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(c -> quoted(c.name())).collect(Collectors.joining(",")));
        for (int row = 0; row < rows; row++) {
            int r = row;
            lines.add(columns.stream().map(c -> field(c.values().get(r))).collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text
                ? quoted(text)
                : quoted(value instanceof List<?> ? Wording.typed(value) : value.toString());
    }

    private static String quoted(String text) {
        boolean plain =
                !text.isEmpty() && text.equals(text.strip()) && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** As JSON, a line for each trial. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("study", study);
            out.writeArrayFieldStart("goals");
            for (Goal goal : goals) {
                out.writeStartObject();
                out.writeStringField("name", goal.name());
                out.writeStringField("direction", goal.direction() == Direction.MAXIMIZE ? "maximize" : "minimize");
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeFieldName("parameters");
            value(parameters, out);
            out.writeArrayFieldStart("trials");
            for (int row = 0; row < rows; row++) {
                out.writeRaw('\n');
                row(row, out);
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void row(int row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (TrialColumn column : columns) {
            Object value = column.values().get(row);
            if (value != null) {
                out.writeFieldName(column.name());
                value(value, out);
            }
        }
        out.writeEndObject();
    }

    private static void value(Object value, JsonGenerator out) throws IOException {
        if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object one : list) {
                value(one, out);
            }
            out.writeEndArray();
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Integer || value instanceof Long) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            out.writeString(value.toString());
        }
    }
}
