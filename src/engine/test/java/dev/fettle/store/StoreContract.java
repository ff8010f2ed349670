package dev.fettle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does with its studies. */
public interface StoreContract extends Opened {
    @Test
    default void aFreshStoreHasNoStudiesAndReadingMakesNone(@TempDir Path folder) throws IOException {
        for (int time = 0; time < 2; time++) {
            try (Store store = open(folder)) {
                assertThat(store.studies()).isEmpty();
                assertThat(store.lines("a").read(0)).isEmpty();
                store.remove("a");
                assertThat(store.studies()).isEmpty();
            }
        }
    }

    @Test
    default void studiesStandInTheOrderOfTheirFirstLineAndMayHaveAnyName(@TempDir Path folder) throws Exception {
        List<String> names = List.of("z", "a", "größe 日本 \ud83c\udf4e", "two\nlines\\", "", " ", "A", "'; --", "z ");
        try (Store store = open(folder)) {
            for (String name : names) {
                store.lines(name).append(0, List.of("of " + name));
            }
            store.lines("z").append(1, List.of("more"));
            assertThat(store.studies()).isEqualTo(names);
        }
        try (Store store = open(folder)) {
            assertThat(store.studies()).isEqualTo(names);
            for (String name : names) {
                assertThat(store.lines(name).read(0)).startsWith("of " + name);
            }
        }
    }

    @Test
    default void aRenamedStudyLeavesItsNameFree(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                Store other = open(folder)) {
            store.lines("a").append(0, List.of("0", "1"));
            store.lines("c").append(0, List.of("c"));
            Lines held = other.lines("a");
            assertThat(held.read(0)).hasSize(2);
            store.rename("a", "b");
            assertThat(store.studies()).containsExactly("b", "c");
            assertThat(other.studies()).containsExactly("b", "c");
            assertThat(held.read(0)).isEmpty();
            assertThatThrownBy(() -> held.append(2, List.of("2")))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("(0 events) must hold 2.");
            assertThat(store.lines("b").append(2, List.of("2"))).isEqualTo(3);
            assertThat(store.lines("a").append(0, List.of("new"))).isEqualTo(1);
            assertThat(store.lines("b").read(0)).containsExactly("0", "1", "2");
            assertThat(store.lines("a").read(0)).containsExactly("new");
            assertThat(store.studies()).containsExactly("b", "c", "a");
        }
        try (Store again = open(folder)) {
            assertThat(again.studies()).containsExactly("b", "c", "a");
            assertThat(again.lines("b").read(1)).containsExactly("1", "2");
        }
    }

    @Test
    default void aNameThatIsTakenIsRefusedAndSoIsAStudyThatIsNotThere(@TempDir Path folder) throws Exception {
        try (Store store = open(folder)) {
            String place = store.place();
            assertThatThrownBy(() -> store.rename("a", "b"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(place)
                    .hasMessageMatching("(?s)Journal \\(.*\\) must .*\\.");
            store.lines("a").append(0, List.of("a"));
            store.lines("b").append(0, List.of("b"));
            for (String[] names : new String[][] {{"a", "b"}, {"b", "b"}, {"c", "d"}, {"c", "a"}}) {
                assertThatThrownBy(() -> store.rename(names[0], names[1]))
                        .isInstanceOf(IOException.class)
                        .hasMessageMatching("(?s)Journal \\(.*\\) must .*\\.");
            }
            assertThat(store.lines("a").read(0)).containsExactly("a");
            assertThat(store.lines("b").read(0)).containsExactly("b");
        }
    }

    @Test
    default void aRemovedStudyIsForgotten(@TempDir Path folder) throws Exception {
        try (Store store = open(folder);
                Store other = open(folder)) {
            store.lines("a").append(0, List.of("0", "1"));
            store.lines("b").append(0, List.of("b"));
            assertThat(other.lines("a").read(0)).hasSize(2);
            store.remove("a");
            store.remove("never");
            assertThat(other.studies()).containsExactly("b");
            assertThat(other.lines("a").read(0)).isEmpty();
            assertThat(other.lines("a").whole()).isEmpty();
            assertThatThrownBy(() -> other.lines("a").append(2, List.of("2"))).isInstanceOf(Conflict.class);
            assertThat(other.lines("a").append(0, List.of("again"))).isEqualTo(1);
        }
        try (Store again = open(folder)) {
            assertThat(again.lines("a").read(0)).containsExactly("again");
            assertThat(again.studies()).containsExactly("b", "a");
        }
    }
}
