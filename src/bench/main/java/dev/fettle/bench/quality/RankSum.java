package dev.fettle.bench.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.MannWhitneyUTest;

/**
 * Whether runs of ours differ from those of another: Wilcoxon's rank sum (Mann and Whitney, 1947), two-sided, exact for small
 * samples without ties, else normal with corrections for ties and continuity.
 *
 * @param p of no difference
 * @param better whether ours are rather the smaller ones
 */
record RankSum(double p, boolean better) {
    private static final double LEVEL = 0.05;

    /** What a comparison says at 5 %. */
    enum Verdict {
        BETTER,
        WORSE,
        NO_DIFFERENCE
    }

    static RankSum of(double[] ours, double[] others) {
        Wins wins = Wins.of(ours, others);
        // At U = nm/2 exactly, the exact p of Hipparchus 4.0.2 is the least there is, and not 1.
        boolean balanced = wins.better() == 0.5;
        double p = balanced ? 1 : new MannWhitneyUTest().mannWhitneyUTest(ours, others);
        return new RankSum(Math.min(1, p), 2 * wins.better() + wins.equal() > 1);
    }

    Verdict verdict() {
        return p >= LEVEL ? Verdict.NO_DIFFERENCE : better ? Verdict.BETTER : Verdict.WORSE;
    }

    /** The same with each p adjusted for their number (Holm, 1979), so that no false finding among all of them has 5 %. */
    static List<RankSum> holm(List<RankSum> all) {
        int n = all.size();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> all.get(i).p()))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[n];
        double most = 0;
        for (int k = 0; k < n; k++) {
            most = Math.max(most, Math.min(1, (n - k) * all.get(order[k]).p()));
            adjusted[order[k]] = most;
        }
        return IntStream.range(0, n)
                .mapToObj(i -> new RankSum(adjusted[i], all.get(i).better()))
                .toList();
    }

    static long count(Collection<RankSum> all, Verdict verdict) {
        return all.stream().filter(r -> r.verdict() == verdict).count();
    }

    /** One against another by the number of the problem, on those that both have, adjusted for these. */
    static SortedMap<Integer, RankSum> row(Sheet sheet, int ours, int other) {
        List<Integer> both = IntStream.range(0, sheet.problems().size())
                .filter(p -> sheet.has(ours, p) && sheet.has(other, p))
                .boxed()
                .toList();
        List<RankSum> adjusted = holm(both.stream()
                .map(p -> of(sheet.values()[ours][p], sheet.values()[other][p]))
                .toList());
        SortedMap<Integer, RankSum> row = new TreeMap<>();
        for (int i = 0; i < both.size(); i++) {
            row.put(both.get(i), adjusted.get(i));
        }
        return row;
    }
}
