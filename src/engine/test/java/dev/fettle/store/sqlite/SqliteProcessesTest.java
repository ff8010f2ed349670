package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link SqliteFaults} has the long form. */
@Tag("slow")
class SqliteProcessesTest {
    @Test
    void severalThatBeginTogetherLoseNothing(@TempDir Path folder) throws Exception {
        assertThat(SqliteFaults.processes(folder.resolve("studies.db"), 4, 20)).contains("all once");
    }

    @Test
    void whatAKilledProcessHadKeptIsKept(@TempDir Path folder) throws Exception {
        assertThat(SqliteFaults.kills(folder.resolve("studies.db"), 4)).contains("all are");
    }
}
