package dev.fettle.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form; {@code fettle bench faults} is the long one. */
class FaultsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Faults faults(Kind kind, Path folder) {
        return new Faults(kind, folder, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    void aStoreWhoseWritersAreKilledKeepsWhatItSaid(Kind kind, @TempDir Path folder) throws Exception {
        faults(kind, folder).killed(5);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("5 kills: 0 of ");
    }

    @ParameterizedTest
    @EnumSource
    void severalProcessesLoseNothing(Kind kind, @TempDir Path folder) throws Exception {
        faults(kind, folder).together(4, 25);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("all there, each once");
    }

    @ParameterizedTest
    @EnumSource
    void aLongStudyIsReadWhole(Kind kind, @TempDir Path folder) throws Exception {
        faults(kind, folder).length(3000);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("opened and read");
    }
}
