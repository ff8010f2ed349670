package dev.fettle.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Conflict;
import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import dev.fettle.store.Salvage;
import dev.fettle.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept and is not as it was. */
class DamageTest {
    private static final List<String> OF_A = List.of("", "first\nline", "zweite größe", "J", "*", "last");
    private static final List<String> OF_B = List.of("only", "\ud83c\udf4e");

    private final Path path;

    DamageTest(@TempDir Path folder) {
        path = folder.resolve("a.journal");
    }

    private Store store() {
        return new FileStore(path);
    }

    /** Two studies, one of which had another name, and one that was removed. */
    private byte[] written() throws Exception {
        Store store = store();
        store.lines("x").append(0, OF_A.subList(0, 1));
        store.lines("x").append(1, OF_A.subList(1, 4));
        store.lines("gone").append(0, List.of("gone"));
        store.rename("x", "a name");
        store.lines("b").append(0, OF_B.subList(0, 1));
        store.remove("gone");
        store.lines("a name").append(4, OF_A.subList(4, 6));
        store.lines("b").append(1, OF_B.subList(1, 2));
        return Files.readAllBytes(path);
    }

    @Test
    void everyFlippedBitIsFoundAndAllOtherLinesCanBeRead() throws Exception {
        assertThat(flipped()).isGreaterThan(1000);
    }

    /** Flips each bit of a file; how many there were. */
    int flipped() throws Exception {
        byte[] whole = written();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(path, flipped);
            Store store = store();
            List<Boolean> found = List.of(isFound(store.lines("a name"), OF_A), isFound(store.lines("b"), OF_B));
            // The text of a line that was removed is nobody's any more.
            boolean wanted = !rowAt(whole, bit / 8).contains(" add 0 0 gone ") || isHead(whole, bit / 8);
            assertThat(found.contains(true) || !wanted).as("bit %s", bit).isTrue();
            int lost = 0;
            for (var study : Map.of("a name", OF_A, "b", OF_B).entrySet()) {
                lost += lost(store.lines(study.getKey()).whole(), study.getValue());
            }
            // What stands in the row that is damaged, or, if that gave a study its name, all that came before.
            boolean renamed = rowAt(whole, bit / 8).contains(" rename ");
            assertThat(lost <= 1 || renamed).as("bit %s loses %s", bit, lost).isTrue();
            assertThat(Files.readAllBytes(path)).isEqualTo(flipped);
        }
        return 8 * whole.length;
    }

    /** Whether reading says that something is damaged; otherwise it gives the right lines. */
    private static boolean isFound(Lines lines, List<String> right) throws Exception {
        boolean found;
        try {
            assertThat(lines.read(0)).isEqualTo(right);
            found = false;
        } catch (DamagedException e) {
            assertThat(e).hasMessageMatching("Journal \\(.*a.journal\\) must .* line \\d+ .* Maybe .*\\.");
            found = true;
        }
        return found;
    }

    /** How many lines are not given; none of the others is wrong. */
    private static int lost(SortedMap<Long, String> given, List<String> right) {
        given.forEach((number, line) -> assertThat(line).isEqualTo(right.get(number.intValue())));
        return right.size() - given.size();
    }

    private static String rowAt(byte[] file, int at) {
        return new String(file, begin(file, at), end(file, at) - begin(file, at), StandardCharsets.UTF_8);
    }

    /** Whether it is in front of the text, or the line break. */
    private static boolean isHead(byte[] file, int at) {
        String before = new String(file, begin(file, at), at - begin(file, at), StandardCharsets.UTF_8);
        return before.chars().filter(c -> c == ' ').count() < 6 || file[at] == '\n';
    }

    private static int begin(byte[] file, int at) {
        int begin = at;
        while (begin > 0 && file[begin - 1] != '\n') {
            begin--;
        }
        return begin;
    }

    private static int end(byte[] file, int at) {
        int end = at;
        while (file[end] != '\n') {
            end++;
        }
        return end;
    }

    @Test
    void damageOfOneStudyLeavesTheOthersAlone() throws Exception {
        String text = new String(written(), StandardCharsets.UTF_8);
        Files.writeString(path, text.replace("größe", "grösse"));
        Store store = store();
        assertThat(store.studies()).containsExactly("a name", "b");
        assertThat(store.lines("b").read(0)).isEqualTo(OF_B);
        assertThat(store.lines("b").append(2, List.of("more"))).isEqualTo(3);
        assertThat(store.lines("a name").read(3)).isEqualTo(OF_A.subList(3, 6));
        assertThatThrownBy(() -> store.lines("a name").read(2)).isInstanceOf(DamagedException.class);
        assertThat(store.lines("a name").whole()).containsOnlyKeys(0L, 1L, 3L, 4L, 5L);
        assertThatThrownBy(() -> store.lines("a name").append(6, List.of("more")))
                .isInstanceOf(DamagedException.class);
        store.remove("a name");
        assertThat(store.studies()).containsExactly("b");
        assertThat(store.lines("a name").append(0, OF_A)).isEqualTo(6);
        assertThat(store.lines("a name").read(0)).isEqualTo(OF_A);
    }

    @Test
    void aLineThatIsMissingOrThereTwiceOrInAnotherPlaceIsFound() throws Exception {
        List<String> rows =
                new String(written(), StandardCharsets.UTF_8).lines().toList();
        List<List<String>> others = new ArrayList<>();
        for (int i = 1; i < rows.size() - 1; i++) {
            boolean needed = rows.get(i).contains(" add ") && !rows.get(i).contains(" gone ");
            if (needed) {
                List<String> less = new ArrayList<>(rows);
                less.remove(i);
                others.add(less);
                List<String> twice = new ArrayList<>(rows);
                twice.add(i, rows.get(i));
                others.add(twice);
            }
        }
        assertThat(others).hasSizeGreaterThan(10);
        for (List<String> other : others) {
            Files.writeString(path, String.join("\n", other) + "\n");
            Store store = store();
            assertThat(isFound(store.lines("a name"), OF_A) || isFound(store.lines("b"), OF_B))
                    .as(String.join("\n", other))
                    .isTrue();
        }
    }

    @Test
    void whereItIsNotKnownWhoseLineIsDamagedNothingIsWritten() throws Exception {
        String text = new String(written(), StandardCharsets.UTF_8).replace(" add 0 0 b ", " add 0 1 b ");
        Files.writeString(path, text);
        Store store = store();
        for (String study : List.of("a name", "b", "new")) {
            assertThatThrownBy(() -> store.lines(study).read(0)).isInstanceOf(DamagedException.class);
            assertThatThrownBy(() -> store.lines(study).append(0, List.of("more")))
                    .isInstanceOf(DamagedException.class);
        }
        assertThatThrownBy(() -> store.rename("a name", "c")).isInstanceOf(DamagedException.class);
        assertThatThrownBy(() -> store.remove("a name")).isInstanceOf(DamagedException.class);
        assertThat(store.lines("a name").whole()).hasSize(6);
        assertThat(store.lines("b").whole()).containsOnlyKeys(1L);
        assertThat(path).hasContent(text);
    }

    @Test
    void whatIsWholeCanBeSavedInAnotherStore(@TempDir Path folder) throws Exception {
        Files.writeString(path, new String(written(), StandardCharsets.UTF_8).replace("größe", "grösse"));
        Store saved = new FileStore(folder.resolve("b.journal"));
        assertThat(Salvage.copy(store(), saved)).isEqualTo(4);
        assertThat(saved.studies()).containsExactly("a name", "b");
        assertThat(saved.lines("a name").read(0)).isEqualTo(OF_A.subList(0, 2));
        assertThat(saved.lines("b").read(0)).isEqualTo(OF_B);
        assertThatThrownBy(() -> Salvage.copy(store(), saved)).isInstanceOf(Conflict.class);
    }

    @Test
    void damageThatComesWhileAStoreIsOpenIsFound() throws Exception {
        byte[] whole = written();
        Store store = store();
        assertThat(store.lines("a name").read(0)).isEqualTo(OF_A);
        byte[] flipped = whole.clone();
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("first");
        flipped[at] ^= 1;
        Files.write(path, flipped);
        assertThatThrownBy(() -> store.lines("a name").read(0)).isInstanceOf(DamagedException.class);
        Files.write(path, whole);
        assertThat(store.lines("a name").read(0)).isEqualTo(OF_A);
    }

    @Test
    void aFileThatIsReplacedIsReadAnew() throws Exception {
        byte[] whole = written();
        Store store = store();
        assertThat(store.lines("b").read(0)).isEqualTo(OF_B);
        Files.delete(path);
        assertThat(store.lines("b").read(0)).isEmpty();
        assertThat(store.lines("b").append(0, List.of("0", "1", "2"))).isEqualTo(3);
        Files.write(path, whole);
        assertThat(store.lines("b").read(0)).isEqualTo(OF_B);
        assertThat(store.lines("b").append(2, List.of("2"))).isEqualTo(3);
    }
}
