package dev.fettle.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of Optuna, in a file that it has made: {@code optuna/make.py}. */
class OptunaTest {
    private final Path folder;
    private final Path file;

    OptunaTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("o.db");
    }

    @BeforeEach
    void copy() throws IOException {
        try (InputStream in = Objects.requireNonNull(OptunaTest.class.getResourceAsStream("/optuna/optuna.db"))) {
            Files.copy(in, file);
        }
    }

    private Archived study(String name) throws IOException {
        return Archive.read(file.toString()).one(Optional.of(name));
    }

    @Test
    void trialsAreThoseOfOptuna() throws IOException {
        Archived net = study("net");
        History history = net.history();
        assertThat(net.parameters()).containsExactly("x", "alpha", "units", "solver");
        assertThat(net.goals()).containsExactly(Goal.maximize("value"));
        assertThat(history.trials()).extracting(Trial::number).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(history.best().orElseThrow().score().value()).isEqualTo(1.0904481370173535);
        assertThat(history.trials().get(1).point().entries())
                .containsExactly(
                        Map.entry("x", 0.07763346800671389),
                        Map.entry("alpha", 0.00047509237210306113),
                        Map.entry("units", 96),
                        Map.entry("solver", "adam"));
        assertThat(history.failures()).extracting(Trial::number).containsExactly(3, 7);
        assertThat(history.trials().get(5)).isInstanceOf(Trial.Pruned.class);
        assertThat(history.trials().stream().map(t -> t.point().find("solver")))
                .containsExactly(0.5, "adam", "sgd", "none", "adam", true, "none", "none", "adam", true, true, 0.5);
        assertThat(net.running()).isEqualTo(1);
        assertThat(net.condition()).isEqualTo(Archived.Condition.ELSEWHERE);
        assertThat(net.last()).isNotNull();
    }

    @Test
    void severalStudiesAndGoalsAreRead() throws IOException {
        assertThat(Archive.read(file.toString()).names()).containsExactly("net", "two goals", "empty");
        Archived two = study("two goals");
        assertThat(two.goals()).containsExactly(Goal.minimize("loss"), Goal.maximize("speed"));
        assertThat(two.history().completedCount()).isEqualTo(3);
        assertThat(two.condition()).isEqualTo(Archived.Condition.FINISHED);
        assertThat(study("empty").condition()).isEqualTo(Archived.Condition.EMPTY);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void theFileStaysAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(file);
        study("net");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).containsExactly(file);
        sql("PRAGMA journal_mode=WAL");
        byte[] wal = Files.readAllBytes(file);
        study("net");
        assertThat(Files.readAllBytes(file)).isEqualTo(wal);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void whatAnotherHasJustWrittenIsSeen() throws Exception {
        sql("PRAGMA journal_mode=WAL");
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = open.createStatement()) {
            statement.execute("UPDATE trial_values SET value = 7 WHERE trial_id = 2");
            byte[] before = Files.readAllBytes(file);
            assertThat(study("net").history().best().orElseThrow().score().value())
                    .isEqualTo(7);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            // As a process that died leaves it.
            Path dead = folder.resolve("dead.db");
            Files.copy(file, dead);
            Files.copy(folder.resolve("o.db-wal"), folder.resolve("dead.db-wal"));
            List<Path> there = files();
            assertThat(Archive.read(dead.toString())
                            .one(Optional.of("net"))
                            .history()
                            .best()
                            .orElseThrow()
                            .score()
                            .value())
                    .isEqualTo(7);
            assertThat(files()).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void whatIsBrokenOrTooOldGetsASentence() throws Exception {
        sql("UPDATE trial_params SET distribution_json = '{' WHERE trial_id = 2");
        Archive archive = Archive.read(file.toString());
        assertThat(archive.names()).containsExactly("two goals", "empty");
        assertThat(archive.damaged()).containsExactly("net: Text ({) must be JSON.");
        sql("ALTER TABLE trial_values RENAME TO gone");
        assertThatThrownBy(() -> Archive.read(file.toString()))
                .hasMessage("File (" + file + ") must be of Optuna 3 or later. Maybe: optuna storage upgrade.");
    }
}
