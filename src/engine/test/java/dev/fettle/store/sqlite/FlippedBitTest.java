package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bit that is not what it was is noticed, wherever in the file it is, or makes no difference. */
@Tag("slow")
class FlippedBitTest {
    private static final List<String> STUDIES = List.of("churn", "digits", "houses");

    /** As many bits as the notes on stores ask for, and a seed under which they fall anywhere. */
    private static final int FLIPS = 300;

    private final Path folder;

    FlippedBitTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> lines(String study) {
        return IntStream.range(0, 60)
                .mapToObj(i -> "{\"" + study + "\":" + i + ",\"score\":" + Math.sqrt(i) + ",\"name\":\"é"
                        + "x".repeat(i) + "\"}")
                .toList();
    }

    private byte[] kept(Path file) throws Exception {
        try (Store store = SqliteStore.open(file)) {
            for (String study : STUDIES) {
                store.lines(study).append(0, lines(study).subList(0, 40));
            }
            for (String study : STUDIES) {
                store.lines(study).append(40, lines(study).subList(40, 60));
            }
        }
        return Files.readAllBytes(file);
    }

    /** What comes of reading everything: nothing but what was kept, or an error that says so. */
    private static boolean isNoticed(Path file) throws IOException {
        boolean noticed = false;
        try (Store store = SqliteStore.open(file)) {
            try {
                assertThat(store.studies()).isEqualTo(STUDIES);
            } catch (IOException e) {
                noticed = says(e);
            }
            for (String study : STUDIES) {
                Lines lines = store.lines(study);
                SortedMap<Long, String> whole = lines.whole();
                whole.forEach((number, line) ->
                        assertThat(line).isEqualTo(lines(study).get(Math.toIntExact(number))));
                try {
                    assertThat(lines.read(0)).isEqualTo(lines(study));
                    assertThat(whole).hasSize(60);
                } catch (IOException e) {
                    noticed = says(e);
                }
            }
        } catch (IOException e) {
            noticed = says(e);
        }
        return noticed;
    }

    private static boolean says(IOException e) {
        assertThat(e).hasMessageMatching("(?s)Journal \\(.*\\) must .* Maybe .*");
        return true;
    }

    @Test
    void oneFlippedBitIsNoticedOrMakesNoDifference() throws Exception {
        // The others are in pages that are not full, where they make no difference.
        assertThat(noticed(FLIPS, 7)).isGreaterThan(FLIPS / 4);
    }

    /** How many of so many flipped bits are noticed; an error if one makes a difference that is not. */
    int noticed(int flips, long seed) throws Exception {
        byte[] bytes = kept(folder.resolve("whole.db"));
        Random random = new Random(seed);
        int noticed = 0;
        for (int i = 0; i < flips; i++) {
            int bit = random.nextInt(bytes.length * 8);
            Path file = folder.resolve("flipped" + i + ".db");
            Files.write(file, flipped(bytes, bit));
            try {
                noticed += isNoticed(file) ? 1 : 0;
            } catch (AssertionError e) {
                throw new AssertionError("bit " + bit % 8 + " of byte " + bit / 8, e);
            }
            Files.delete(file);
        }
        return noticed;
    }

    @Test
    void oneFlippedBitInAnyRowIsNoticed() throws Exception {
        assertThat(noticedInRows(1, 7)).isEqualTo(STUDIES.size() * 60);
    }

    /** How many bits were flipped, so many in each row, all of which were noticed. */
    int noticedInRows(int bits, long seed) throws Exception {
        byte[] bytes = kept(folder.resolve("whole.db"));
        Random random = new Random(seed);
        int noticed = 0;
        for (String study : STUDIES) {
            for (String line : lines(study)) {
                byte[] text = line.getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < bits; i++) {
                    assertThat(isNoticedInOne(bytes, places(bytes, text), random.nextInt(8 * text.length)))
                            .as("%s", line)
                            .isTrue();
                    noticed++;
                }
            }
        }
        return noticed;
    }

    /** Of several places one is the row; the others are what SQLite left behind when it moved rows to another page. */
    private boolean isNoticedInOne(byte[] bytes, int[] places, int bit) throws IOException {
        Path file = folder.resolve("flipped.db");
        boolean noticed = false;
        for (int place : places) {
            Files.write(file, flipped(bytes, 8 * place + bit));
            noticed |= isNoticed(file);
        }
        return noticed;
    }

    private static int[] places(byte[] bytes, byte[] sought) {
        return IntStream.range(0, bytes.length - sought.length)
                .filter(i -> Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length))
                .toArray();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }

    @Test
    void aDamagedEventIsNamedAndTheOthersCanBeRead() throws Exception {
        Path file = folder.resolve("studies.db");
        byte[] bytes = kept(file);
        int at = places(bytes, "\"digits\":17,".getBytes(StandardCharsets.UTF_8))[0];
        Files.write(file, flipped(bytes, (at + 2) * 8));
        List<String> errors = new ArrayList<>();
        try (Store store = SqliteStore.open(file)) {
            assertThat(store.studies()).isEqualTo(STUDIES);
            assertThat(store.lines("churn").read(0)).isEqualTo(lines("churn"));
            try {
                store.lines("digits").read(0);
            } catch (DamagedException e) {
                errors.add(e.getMessage());
            }
            assertThat(store.lines("digits").read(18)).isEqualTo(lines("digits").subList(18, 60));
            assertThat(store.lines("digits").whole()).hasSize(59).doesNotContainKey(17L);
        }
        assertThat(errors)
                .containsExactly(
                        "Journal (" + file + ") must hold event 17 of the study (digits) as it was kept. Maybe its"
                                + " disk is failing, or another program has written it; what is whole can still be read.");
    }
}
