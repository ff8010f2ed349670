package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fettle.store.UnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot have SQLite is told so by the type of the error, to use another kind of store. */
class UnavailableTest {
    /** The first JDK that can deny native access to all. */
    private static final int CAN_DENY = 24;

    private final Path folder;

    UnavailableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What opening says, in a process of its own. */
    public static void main(String[] args) throws IOException {
        try {
            SqliteStore.open(Path.of(args[0])).close();
            System.out.print("open");
        } catch (UnavailableException e) {
            System.out.print(e.getMessage());
        }
    }

    private String opening(String classPath, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                classPath,
                UnavailableTest.class.getName(),
                folder.resolve("studies.db").toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String classPath(String without) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> without.isEmpty() || !entry.contains(without))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void withoutItsDriverItIsUnavailable() throws IOException {
        assertThat(opening(classPath(""))).isEqualTo("open");
        assertThat(opening(classPath("sqlite-jdbc")))
                .startsWith("Driver (SQLite) must be there and load. Maybe its jar");
    }

    @Test
    void withoutAFolderForItsLibraryToo() throws IOException {
        assertThat(opening(classPath(""), "-Dorg.sqlite.tmpdir=" + folder.resolve("missing/deep")))
                .startsWith("Driver (SQLite) must be there and load. Maybe its jar");
    }

    @Test
    void withoutTheRightToNativeCodeToo() throws IOException {
        assumeTrue(Runtime.version().feature() >= CAN_DENY, "this JDK cannot deny it");
        assertThat(opening(classPath(""), "--illegal-native-access=deny"))
                .startsWith("Driver (SQLite) must be there and load. Maybe its jar")
                .contains("--enable-native-access=ALL-UNNAMED");
    }
}
