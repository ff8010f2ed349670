package dev.fettle.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;

/** The short form; {@code fettle bench faults} is the long one. */
class FaultsTest {
    private static final String ON_DISK = "FILE|SQLITE";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ON_DISK)
    void aStoreWhoseWritersAreKilledKeepsWhatItSaid(Kind kind, @TempDir Path folder) throws Exception {
        assertThat(new Writers(kind, folder).killed(5)).startsWith("0 of ");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ON_DISK)
    void severalProcessesLoseNothing(Kind kind, @TempDir Path folder) throws Exception {
        assertThat(new Writers(kind, folder).together(4, 25)).startsWith("100 trials, each once");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ON_DISK)
    void aLongStudyIsReadWhole(Kind kind, @TempDir Path folder) throws Exception {
        assertThat(new Writers(kind, folder).length(3000)).startsWith("opened and read");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ON_DISK)
    void aFullDiskLosesNothing(Kind kind, @TempDir Path folder) throws Exception {
        assertThat(FullDisk.strike(kind, folder)).contains(" 0 of ");
    }

    @Test
    void whatIsMissedAndWhatCannotBeTriedIsSaid() {
        assertThat(Row.of("f", "a", () -> "r").toString()).matches("(?s)ok +f\\R +asked: a\\R +reached: r \\(0 s\\)");
        assertThat(Row.of("f", "a", () -> {
                            throw new TestAbortedException("a disk");
                        })
                        .toString())
                .startsWith("skipped f")
                .endsWith("needs a disk");
        assertThat(Row.of("f", "a", () -> {
                    throw new AssertionError("lost\n1");
                }))
                .isEqualTo(new Row("f", "a", "java.lang.AssertionError: lost 1", Row.Verdict.MISSED));
    }
}
