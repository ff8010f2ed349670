package dev.fettle.archive;

import dev.fettle.space.Point;
import dev.fettle.store.sqlite.SqliteLook;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The studies of a file in which Optuna keeps its own, as its RDBStorage of version 3 and later makes them. Trials have Optuna's
 * numbers, from 0. A goal without a name is called {@code value}, of several {@code values_0} and so on, as Optuna does. For one thread.
 */
final class OptunaFile {
    private final SqliteLook look;
    private final OptunaValues values = new OptunaValues();

    OptunaFile(SqliteLook look) {
        this.look = look;
    }

    /** Whether tables are those of Optuna. */
    static boolean isOne(Set<String> tables) {
        return tables.containsAll(List.of("studies", "trials", "trial_params"));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException, IOException;
    }

    private void each(String sql, long id, Row row) throws IOException {
        try (PreparedStatement statement = look.connection().prepareStatement(sql)) {
            if (sql.contains("?")) {
                statement.setLong(1, id);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    row.read(rows);
                }
            }
        } catch (SQLException e) {
            throw look.sentence(e);
        }
    }

    Archive read(String place) throws IOException {
        if (!look.tables().contains("trial_values")) {
            throw new IOException("File (" + place + ") must be of Optuna 3 or later. Maybe: optuna storage upgrade.");
        }
        Map<Long, String> names = new LinkedHashMap<>();
        each("SELECT study_id, study_name FROM studies ORDER BY study_id", 0, r -> names.put(r.getLong(1), text(r, 2)));
        List<Archived> studies = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        for (Map.Entry<Long, String> e : names.entrySet()) {
            try {
                studies.add(study(e.getKey(), e.getValue()));
            } catch (IOException | IllegalArgumentException broken) {
                damaged.add(e.getValue() + ": " + broken.getMessage());
            }
        }
        return new Archive(place, studies, damaged);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private Archived study(long id, String name) throws IOException {
        Map<Long, Map<String, Object>> points = new HashMap<>();
        Set<String> parameters = new LinkedHashSet<>();
        each(
                "SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json FROM trial_params p"
                        + " JOIN trials t ON t.trial_id = p.trial_id WHERE t.study_id = ? ORDER BY p.param_id",
                id,
                r -> {
                    parameters.add(text(r, 2));
                    points.computeIfAbsent(r.getLong(1), t -> new LinkedHashMap<>())
                            .put(text(r, 2), values.value(r.getDouble(3), text(r, 4)));
                });
        Map<Long, TreeMap<Integer, Double>> scores = new HashMap<>();
        each(
                "SELECT v.trial_id, v.objective, v.value, v.value_type FROM trial_values v"
                        + " JOIN trials t ON t.trial_id = v.trial_id WHERE t.study_id = ?",
                id,
                r -> scores.computeIfAbsent(r.getLong(1), t -> new TreeMap<>()).put(r.getInt(2), number(r)));
        Trials all = new Trials(History.empty(goals(id)));
        each(
                "SELECT trial_id, number, state, datetime_start, datetime_complete FROM trials"
                        + " WHERE study_id = ? ORDER BY number",
                id,
                r -> all.add(
                        r,
                        points.getOrDefault(r.getLong(1), Map.of()),
                        List.copyOf(scores.getOrDefault(r.getLong(1), new TreeMap<>())
                                .values())));
        History history = all.history;
        Archived.Condition condition = all.running > 0
                ? Archived.Condition.ELSEWHERE
                : history.size() == 0 ? Archived.Condition.EMPTY : Archived.Condition.FINISHED;
        return new Archived(
                name,
                "Optuna",
                history.goals(),
                List.copyOf(parameters),
                history,
                condition,
                all.running,
                0,
                all.last,
                Map.of("program", "Optuna"));
    }

    private static double number(ResultSet row) throws SQLException {
        return switch (text(row, 4)) {
            case "INF_POS" -> Double.POSITIVE_INFINITY;
            case "INF_NEG" -> Double.NEGATIVE_INFINITY;
            default -> row.getDouble(3);
        };
    }

    private List<Goal> goals(long id) throws IOException {
        List<String> names = new ArrayList<>();
        each(
                "SELECT value_json FROM study_system_attributes WHERE study_id = ? AND key = 'study:metric_names'",
                id,
                r -> names.addAll(OptunaValues.texts(text(r, 1))));
        List<String> directions = new ArrayList<>();
        each(
                "SELECT direction FROM study_directions WHERE study_id = ? ORDER BY objective",
                id,
                r -> directions.add(text(r, 1)));
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < directions.size(); i++) {
            String name = i < names.size() ? names.get(i) : directions.size() == 1 ? "value" : "values_" + i;
            goals.add(directions.get(i).equals("MAXIMIZE") ? Goal.maximize(name) : Goal.minimize(name));
        }
        return goals.isEmpty() ? List.of(Goal.minimize("value")) : goals;
    }

    /** The trials that ended, on their way. */
    private static final class Trials {
        private History history;
        private int running;
        private @Nullable Instant last;

        Trials(History empty) {
            this.history = empty;
        }

        void add(ResultSet row, Map<String, Object> point, List<Double> scores) throws SQLException {
            int number = row.getInt(2);
            Instant start = moment(row.getString(4));
            Instant end = moment(row.getString(5));
            Instant known = end == null ? start : end;
            last = known != null && (last == null || known.isAfter(last)) ? known : last;
            Duration took =
                    start == null || end == null || end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
            Trial.Running trial = new Trial.Running(
                    number,
                    1,
                    Proposal.of(Point.of(point), "Optuna"),
                    List.of(),
                    start == null ? Instant.EPOCH : start);
            String state = text(row, 3);
            if (state.equals("COMPLETE") && scores.size() == history.goals().size()) {
                history = history.plus(trial.complete(Score.of(scores), took));
            } else if (state.equals("PRUNED")) {
                history = history.plus(trial.prune("Pruned by Optuna.", took));
            } else if (state.equals("FAIL") || state.equals("COMPLETE")) {
                history = history.plus(trial.fail(Failure.thrown("Optuna", "said that it failed"), took));
            } else {
                running += state.equals("RUNNING") ? 1 : 0;
            }
        }

        /** Kept without a zone, in UTC since version 5. */
        private static @Nullable Instant moment(@Nullable String text) {
            try {
                return text == null
                        ? null
                        : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
