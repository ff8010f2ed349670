package dev.fettle.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Appends that broke off: with a process, with the power, with the room on the disk. */
class TornTest {
    private static final List<String> KEPT = List.of("0", "1", "2");
    private static final List<String> MORE = List.of("drei", "four\n", "5");

    private final Path path;

    TornTest(@TempDir Path folder) {
        path = folder.resolve("a.journal");
    }

    /** For many files: nobody cuts the power meanwhile. */
    private static final Disk NEVER_CUT = new Disk() {
        @Override
        public void force(FileChannel channel) {}

        @Override
        public void forceNames(Path folder) {}
    };

    /** A disk with room for so many bytes. */
    private static final class Small implements Disk {
        long room;

        @Override
        public void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
            boolean enough = at + bytes.remaining() <= room;
            int some = (int) Math.min(bytes.remaining(), Math.max(0, room - at));
            channel.write(bytes.slice(0, some), at);
            if (!enough) {
                throw new IOException("No space left on device");
            }
        }
    }

    private byte[] written() throws Exception {
        Store store = new FileStore(path);
        store.lines("a").append(0, KEPT);
        return Files.readAllBytes(path);
    }

    private void check(byte[] file, List<String> lines) throws Exception {
        Files.write(path, file);
        Store store = new FileStore(path, NEVER_CUT);
        assertThat(store.lines("a").read(0)).isEqualTo(lines);
        assertThat(store.lines("a").whole()).hasSize(lines.size());
        assertThat(Files.readAllBytes(path)).isEqualTo(file);
        long size = lines.size();
        for (String more : MORE) {
            size = store.lines("a").append(size, List.of(more));
            assertThat(store.lines("a").read(0).subList(0, lines.size())).isEqualTo(lines);
            assertThat(store.lines("a").read(0)).hasSize((int) size);
        }
        assertThat(new FileStore(path).lines("a").read(lines.size())).isEqualTo(MORE);
    }

    @Test
    void whereverAnAppendBreaksOffOnlyThatIsMissing() throws Exception {
        assertThat(torn()).isGreaterThan(50);
    }

    /** Breaks an append off at each byte; how many there were. */
    int torn() throws Exception {
        byte[] before = written();
        new FileStore(path).lines("a").append(3, MORE);
        byte[] after = Files.readAllBytes(path);
        List<String> all = List.of("0", "1", "2", "drei", "four\n", "5");
        for (int length = before.length; length < after.length; length++) {
            check(Arrays.copyOf(after, length), length < after.length - 1 ? KEPT : all);
            if (length < after.length - 1) {
                byte[] withNuls = Arrays.copyOf(Arrays.copyOf(after, length), length + 700);
                check(withNuls, KEPT);
            }
        }
        return after.length - before.length;
    }

    @Test
    void whereverTheVeryFirstAppendBreaksOffTheFileIsEmpty() throws Exception {
        byte[] first = written();
        for (int length = 0; length < first.length - 1; length++) {
            check(Arrays.copyOf(first, length), List.of());
            if (length != 25) {
                check(Arrays.copyOf(Arrays.copyOf(first, length), length + 700), List.of());
            }
        }
    }

    @Test
    void aFullDiskIsSaidAndNothingIsLostAndItGoesOnWhenThereIsRoom() throws Exception {
        byte[] before = written();
        Small disk = new Small();
        Store store = new FileStore(path, disk);
        for (disk.room = before.length; disk.room < before.length + 90; disk.room++) {
            assertThatThrownBy(() -> store.lines("a").append(3, MORE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Journal (" + path
                            + ") must keep what is appended. Maybe its disk is full: No space left on device.");
            assertThat(store.lines("a").read(0)).isEqualTo(KEPT);
            assertThat(Files.readAllBytes(path)).isEqualTo(before);
        }
        disk.room = Long.MAX_VALUE;
        assertThat(store.lines("a").append(3, MORE)).isEqualTo(6);
        assertThat(new FileStore(path).lines("a").read(3)).isEqualTo(MORE);
    }

    @Test
    void whatCannotBeForcedToTheDiskIsNotKept() throws Exception {
        byte[] before = written();
        Store store = new FileStore(path, new Disk() {
            @Override
            public void force(FileChannel channel) throws IOException {
                throw new IOException("Input/output error");
            }
        });
        assertThatThrownBy(() -> store.lines("a").append(3, MORE)).hasMessageContaining("must keep what is appended");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void aFirstAppendForWhichThereIsNoRoomLeavesAnEmptyFile() throws Exception {
        Small disk = new Small();
        Store store = new FileStore(path, disk);
        disk.room = 30;
        assertThatThrownBy(() -> store.lines("a").append(0, KEPT)).isInstanceOf(IOException.class);
        assertThat(Files.size(path)).isZero();
        assertThat(store.studies()).isEmpty();
        disk.room = Long.MAX_VALUE;
        assertThat(store.lines("a").append(0, KEPT)).isEqualTo(3);
    }
}
