package dev.fettle.report.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An even selection of many. Of each block of neighbours one stays, each time at another place of its block: every tenth trial,
 * say, would show of a grid or of generations only those that stand first. Without chance. Stateless, for any thread.
 */
final class Thinned {
    private Thinned() {}

    /** At most so many, in their order; all if they are no more. */
    static <T> List<T> of(List<T> all, int most) {
        return IntStream.range(0, all.size())
                .filter(i -> stays(i, all.size(), most))
                .mapToObj(all::get)
                .toList();
    }

    /** Whether the one at this index stays; the first does. */
    static boolean stays(int index, int size, int most) {
        int block = Math.max(1, (size + most - 1) / most);
        return index % block == (int) (block * Apart.across(index / block));
    }
}
