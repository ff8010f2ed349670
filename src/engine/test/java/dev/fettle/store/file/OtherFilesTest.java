package dev.fettle.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a path may lead to besides a journal. */
class OtherFilesTest {
    private final Path folder;
    private final Path path;

    OtherFilesTest(@TempDir Path folder) {
        this.folder = folder;
        path = folder.resolve("a.journal");
    }

    private void isRefused(Path path, String must) {
        Store store = new FileStore(path);
        for (Runnable use : List.<Runnable>of(
                () -> refuses(() -> store.lines("a").read(0), path, must),
                () -> refuses(() -> store.lines("a").append(0, List.of("a")), path, must),
                () -> refuses(store::studies, path, must),
                () -> refuses(() -> store.lines("a").whole(), path, must))) {
            use.run();
        }
    }

    private static void refuses(ThrowingCallable use, Path path, String must) {
        assertThatThrownBy(use)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Journal (" + path + ") must " + must)
                .hasMessageMatching("(?s).*\\. Maybe .*\\.");
    }

    @Test
    void aFileOfAnotherKindIsRefusedAndStaysAsItIs() throws IOException {
        for (String other :
                List.of("a", "a,b\n1,2\n", "SQLite format 3\0", "fettle", "fettle-journey 2\n", "\0a", "\n")) {
            Files.writeString(path, other);
            if (!other.equals("fettle")) {
                isRefused(path, "begin as a journal does");
            }
            assertThat(path).hasContent(other);
        }
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        Files.writeString(path, Header.written(2) + "something new\n");
        isRefused(path, "be of version 1, and is of version 2.");
        Files.writeString(path, Header.written(12));
        isRefused(path, "be of version 1, and is of version 12.");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(path);
        isRefused(path, "be a file, and is a folder.");
        assertThat(folder.resolve("a.journal.locks")).doesNotExist();
    }

    @Test
    void aPathThroughAFileIsRefused() throws IOException {
        Files.writeString(path, "in the way");
        Path behind = path.resolve("b.journal");
        assertThatThrownBy(() -> new FileStore(behind).lines("a").append(0, List.of("a")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Journal (" + behind + ") must ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutPermissionASentenceSaysSo() throws Exception {
        new FileStore(path).lines("a").append(0, List.of("a"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(path), "may read everything");
        refuses(() -> new FileStore(path).lines("a").read(0), path, "be readable. ");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(new FileStore(path).lines("a").read(0)).containsExactly("a");
        refuses(() -> new FileStore(path).lines("a").append(1, List.of("b")), path, "be in a folder");
    }

    @Test
    void readingMakesNothing() throws IOException {
        Path deep = folder.resolve("b").resolve("c.journal");
        Store store = new FileStore(deep);
        assertThat(store.lines("a").read(0)).isEmpty();
        assertThat(store.studies()).isEmpty();
        store.remove("a");
        assertThatThrownBy(() -> store.rename("a", "b")).isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aCopyIsReadWithoutItsLocksAndALinkWithThoseOfItsFile() throws Exception {
        new FileStore(path).lines("a").append(0, List.of("a"));
        Path copy = Files.copy(path, folder.resolve("b.journal"));
        assertThat(new FileStore(copy).lines("a").read(0)).containsExactly("a");
        assertThat(folder.resolve("b.journal.locks")).doesNotExist();
        Path link = Files.createSymbolicLink(folder.resolve("c.journal"), path);
        assertThat(new FileStore(link).lines("a").append(1, List.of("b"))).isEqualTo(2);
        assertThat(folder.resolve("c.journal.locks")).doesNotExist();
        assertThat(new FileStore(path).lines("a").read(1)).containsExactly("b");
    }

    @Test
    void theFileCanBeReadByPeople() throws Exception {
        new FileStore(path).lines("my study").append(0, List.of("{\"lr\": 0.1}", "two\nlines"));
        assertThat(Files.readAllLines(path))
                .satisfiesExactly(
                        header -> assertThat(header).matches("fettle-journal 1 [0-9a-f]{8}"),
                        one -> assertThat(one)
                                .matches("[0-9a-f]{8} add 0 1 my\\\\u0020study [0-9a-f]{8} \\{\"lr\": 0.1}"),
                        two -> assertThat(two).endsWith(" two\\nlines"));
    }

    @Test
    void aClosedStoreSaysSo() {
        FileStore store = new FileStore(path);
        store.close();
        refuses(store::studies, path, "be open");
    }
}
