package dev.fettle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How writers of every store see one another. */
public interface PresenceContract extends Opened {
    @Test
    default void everyWriterHasANameOfItsOwn(@TempDir Path folder) throws IOException {
        try (Store store = open(folder);
                Presence one = store.lines("a").enter();
                Presence two = store.lines("a").enter()) {
            assertThat(one.writer()).matches("[A-Za-z0-9-]+").isNotEqualTo(two.writer());
        }
    }

    @Test
    default void aWriterIsThereUntilItLeaves(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                Store other = open(folder);
                Presence watcher = store.lines("a").enter()) {
            Presence writer = other.lines("a").enter();
            other.lines("a").append(0, List.of("by " + writer.writer()));
            assertThat(watcher.isGone(writer.writer())).isFalse();
            assertThat(watcher.isGone(watcher.writer())).isFalse();
            writer.close();
            writer.close();
            assertThat(watcher.isGone(writer.writer())).isTrue();
            assertThat(watcher.isGone(watcher.writer())).isFalse();
        }
    }

    @Test
    default void aWriterOfAnotherProcessIsThereAndItsWriterOfAnotherStudyToo(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                Presence watcher = store.lines("a").enter();
                Child same = other(folder, "enter", "a");
                Child another = other(folder, "enter", "b")) {
            for (String writer : List.of(same.says(), another.says())) {
                for (int i = 0; i < 3; i++) {
                    assertThat(watcher.isGone(writer)).isFalse();
                }
            }
        }
    }

    @Test
    default void ofSomeThoseThatAreGoneAreSaid(@TempDir Path folder) throws IOException {
        try (Store store = open(folder);
                Presence watcher = store.lines("a").enter();
                Presence there = store.lines("a").enter()) {
            Presence left = store.lines("a").enter();
            left.close();
            String never = "00000000-0000-0000-0000-000000000000";
            assertThat(watcher.gone(Set.of(there.writer(), left.writer(), watcher.writer(), never)))
                    .containsExactlyInAnyOrder(left.writer(), never);
            assertThat(watcher.gone(Set.of())).isEmpty();
        }
    }

    @Test
    default void whoWasNeverThereIsGone(@TempDir Path folder) throws IOException {
        try (Store store = open(folder);
                Presence watcher = store.lines("a").enter()) {
            assertThat(watcher.isGone("00000000-0000-0000-0000-000000000000")).isTrue();
        }
    }

    @Test
    default void anInterruptMakesNoDifferenceToWhoIsThere(@TempDir Path folder) throws IOException {
        Thread.currentThread().interrupt();
        try (Store store = open(folder);
                Presence watcher = store.lines("a").enter()) {
            try (Presence writer = store.lines("a").enter()) {
                assertThat(watcher.isGone(writer.writer())).isFalse();
                assertThat(watcher.isGone(watcher.writer())).isFalse();
            }
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    /** For stores of one machine; over a network it takes a minute, which tests do not wait. */
    interface OfOneMachine extends PresenceContract {
        @Test
        default void aProcessThatIsKilledIsGoneAtOnce(@TempDir Path folder) throws Exception {
            try (Store store = open(folder);
                    Presence watcher = store.lines("a").enter();
                    Child child = other(folder, "enter", "a")) {
                String writer = child.says();
                assertThat(watcher.isGone(writer)).isFalse();
                child.kill();
                assertThat(watcher.isGone(writer)).isTrue();
                assertThat(watcher.isGone(writer)).isTrue();
            }
        }
    }
}
