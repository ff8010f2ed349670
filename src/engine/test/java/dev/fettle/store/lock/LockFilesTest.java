package dev.fettle.store.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Child;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LockFilesTest {
    private final Path folder;
    private final AtomicLong now = new AtomicLong();

    LockFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path store() {
        return folder.resolve("a.journal");
    }

    private LockFiles locks() {
        return new LockFiles(store(), "Journal (a)", Rhythm.USUAL, now::get);
    }

    private Stream<String> writers() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("a.journal.locks"))) {
            return files
                    .map(f -> f.getFileName().toString())
                    .filter(f -> !f.equals("write"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Looks every second, for so long. */
    private boolean isGone(Presence watcher, String writer, int seconds) throws IOException {
        boolean gone = watcher.isGone(writer);
        for (int i = 0; i < seconds && !gone; i++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            gone = watcher.isGone(writer);
        }
        return gone;
    }

    @Test
    void aWriterOfTheSameProcessIsThereUntilItLeaves() throws IOException {
        try (Presence watcher = locks().enter()) {
            Presence other = locks().enter();
            assertThat(isGone(watcher, other.writer(), 100)).isFalse();
            assertThat(isGone(watcher, watcher.writer(), 100)).isFalse();
            assertThat(writers()).containsExactlyInAnyOrder(watcher.writer(), other.writer());
            other.close();
            other.close();
            assertThat(watcher.isGone(other.writer())).isTrue();
            assertThat(writers()).containsExactly(watcher.writer());
        }
        assertThat(writers()).isEmpty();
    }

    @Test
    void whoWasNeverThereIsGone() throws IOException {
        try (Presence watcher = locks().enter()) {
            for (String name : new String[] {"", "write", "..", "a/b", "\0", "00000000-0000-0000-0000-000000000000"}) {
                assertThat(watcher.isGone(name)).as(name).isTrue();
            }
        }
    }

    @Test
    void aProcessThatIsKilledIsGoneAtOnce() throws Exception {
        try (Presence watcher = locks().enter();
                Child child = new Child(Holder.class, store().toString())) {
            String writer = child.says();
            assertThat(watcher.isGone(writer)).isFalse();
            child.kill();
            assertThat(watcher.isGone(writer)).isTrue();
            assertThat(watcher.isGone(writer)).isTrue();
            assertThat(writers()).containsExactly(watcher.writer());
        }
    }

    @Test
    void whoComesTidiesUpBehindTheDeadAndTouchesNobodyElse() throws Exception {
        try (Child dead = new Child(Holder.class, store().toString());
                Child alive = new Child(Holder.class, store().toString())) {
            dead.says();
            String there = alive.says();
            dead.kill();
            try (Presence watcher = locks().enter()) {
                assertThat(writers()).containsExactlyInAnyOrder(there, watcher.writer());
                assertThat(watcher.isGone(there)).isFalse();
            }
        }
    }

    @Test
    void aProcessThatBeatsIsThereHoweverLongSomebodyWatches() throws Exception {
        try (Presence watcher = locks().enter();
                Child child = new Child(Holder.class, store().toString())) {
            String writer = child.says();
            for (int minute = 0; minute < 5; minute++) {
                String beat = beat(writer);
                while (beat(writer).equals(beat)) {
                    Thread.onSpinWait();
                }
                assertThat(isGone(watcher, writer, 50)).isFalse();
            }
        }
    }

    private String beat(String writer) throws IOException {
        return Files.readString(folder.resolve("a.journal.locks").resolve(writer));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSuspendedProcessIsGoneAfterAMinuteForAllAndForEver() throws Exception {
        try (Presence watcher = locks().enter();
                Child child = new Child(Holder.class, store().toString())) {
            String writer = child.says();
            stop(child, writer);
            assertThat(isGone(watcher, writer, 59)).isFalse();
            assertThat(isGone(watcher, writer, 2)).isTrue();
            child.signal("CONT");
            assertThat(watcher.isGone(writer)).isTrue();
            try (Presence later = locks().enter()) {
                assertThat(later.isGone(writer)).isTrue();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWatcherThatWasSuspendedItselfDeclaresNobodyDead() throws Exception {
        try (Presence watcher = locks().enter();
                Child child = new Child(Holder.class, store().toString())) {
            String writer = child.says();
            stop(child, writer);
            for (int night = 0; night < 3; night++) {
                assertThat(isGone(watcher, writer, 50)).isFalse();
                now.addAndGet(Duration.ofHours(8).toNanos());
            }
            assertThat(isGone(watcher, writer, 59)).isFalse();
            assertThat(isGone(watcher, writer, 2)).isTrue();
        }
    }

    /** Suspended once its number stands still: the signal reaches one thread after the other. */
    private void stop(Child child, String writer) throws Exception {
        child.signal("STOP");
        for (String before = ""; !before.equals(beat(writer)); before = beat(writer)) {
            child.awaitStopped();
        }
    }

    @Test
    void anInterruptMakesNoDifferenceAndStays() throws IOException {
        Thread.currentThread().interrupt();
        try (Presence watcher = locks().enter();
                Presence other = locks().enter()) {
            assertThat(watcher.isGone(other.writer())).isFalse();
            assertThat(locks().<Integer, RuntimeException>alone(() -> 3)).isEqualTo(3);
            assertThat(writers()).containsExactlyInAnyOrder(watcher.writer(), other.writer());
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(writers()).isEmpty();
    }

    @Test
    void oneAfterTheOther() {
        AtomicInteger here = new AtomicInteger();
        int[] turns = {0};
        IntStream.range(0, 64).parallel().forEach(i -> turn(here, turns));
        assertThat(turns[0]).isEqualTo(64);
    }

    private void turn(AtomicInteger here, int[] turns) {
        try {
            locks().alone(() -> {
                assertThat(here.incrementAndGet()).isEqualTo(1);
                turns[0]++;
                return here.decrementAndGet();
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatGoesWrongInATurnIsThrownAndTheTurnIsOver() throws IOException {
        for (Exception wrong : new Exception[] {new IOException("a"), new IllegalStateException("b")}) {
            assertThatThrownBy(() -> locks().alone(() -> {
                        throw wrong;
                    }))
                    .isSameAs(wrong);
        }
        assertThat(locks().<Integer, RuntimeException>alone(() -> 3)).isEqualTo(3);
    }

    @Test
    void whereNoFileCanBeMadeASentenceSaysSo() throws IOException {
        Files.writeString(folder.resolve("a.journal.locks"), "in the way");
        assertThatThrownBy(() -> locks().enter())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Journal (a) must be in a folder where files can be written. Maybe ");
    }
}
