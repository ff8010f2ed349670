package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubsampleTest {
    private static final Dataset WINE = Bundled.dataset("wine", null);

    private static Set<List<Double>> rows(Dataset data) {
        Set<List<Double>> rows = new HashSet<>();
        for (double[] row : data.x()) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }

    @Test
    void moreRowsHoldThoseOfFewer() {
        for (Dataset data : List.of(WINE, Bundled.dataset("diabetes", null))) {
            Set<List<Double>> before = Set.of();
            for (int size = 1; size <= data.rows(); size += 9) {
                Dataset some = Subsample.of(data, size, new Seed(3));
                assertThat(some.rows()).isEqualTo(size);
                assertThat(rows(some)).containsAll(before);
                before = rows(some);
            }
            assertThat(Subsample.of(data, data.rows(), new Seed(3))).isSameAs(data);
            assertThat(Subsample.of(data, 10_000, new Seed(3))).isSameAs(data);
        }
    }

    /** Wine has 59, 71 and 48 rows. */
    @Test
    void eachClassHasItsShare() {
        for (int size = 3; size < 178; size++) {
            int[] y = ((Dataset.Classes) Subsample.of(WINE, size, new Seed(3)).target()).y();
            int[] all = {59, 71, 48};
            for (int c = 0; c < 3; c++) {
                int klass = c;
                long count = Arrays.stream(y).filter(k -> k == klass).count();
                double share = size * all[c] / 178.0;
                assertThat((double) count).isBetween(Math.max(1, Math.floor(share) - 1), Math.ceil(share) + 1);
            }
        }
    }

    @Test
    void anotherSeedIsAnotherOrder() {
        assertThat(rows(Subsample.of(WINE, 20, new Seed(3)))).isNotEqualTo(rows(Subsample.of(WINE, 20, new Seed(4))));
    }
}
