package dev.fettle.sampler.hyperband;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The table of one successive halving: how many candidates each rung has, and how much resource each of them gets there
 * (Jamieson and Talwalkar, 2016, "Non-stochastic best arm identification and hyperparameter optimization", AISTATS, figure
 * 3). Immutable, for any thread.
 *
 * <pre>{@code
 * List<Integer> sizes = Bracket.halving(60, 20, 180, 3, false).sizes();     // 60, 20, 7
 * List<Bracket> brackets = Bracket.hyperband(1, 81, 3);                     // the first has 81, 27, 9, 3, 1
 * }</pre>
 *
 * @param sizes of the rungs, each at least 1 and at most the one before
 * @param resources of the rungs, each at least 1 and at least the one before
 */
public record Bracket(List<Integer> sizes, List<Integer> resources) implements Serializable {
    private static final long serialVersionUID = 1;

    public Bracket {
        sizes = List.copyOf(sizes);
        resources = List.copyOf(resources);
        if (sizes.isEmpty() || sizes.size() != resources.size()) {
            throw new IllegalArgumentException(
                    "Sizes " + sizes + " must be as many as resources " + resources + ", and some.");
        }
        for (int i = 0; i < sizes.size(); i++) {
            boolean narrower = i == 0 || sizes.get(i) <= sizes.get(i - 1);
            boolean longer = i == 0 || resources.get(i) >= resources.get(i - 1);
            if (sizes.get(i) < 1 || resources.get(i) < 1 || !narrower || !longer) {
                throw new IllegalArgumentException(
                        "Sizes " + sizes + " must fall and resources " + resources + " must rise, from 1 at least.");
            }
        }
    }

    /**
     * The table of scikit-learn's {@code HalvingGridSearchCV}: the best ⌈n/eta⌉ of a rung go on with eta times the resource.
     *
     * @param candidates of the first rung, at least 1
     * @param least resource of the first rung
     * @param most no rung has more
     * @param eta at least 2
     * @param aggressive whether first rungs are repeated with the least resource, where that is too much to leave fewer than
     *     eta candidates at the end
     */
    public static Bracket halving(int candidates, int least, int most, int eta, boolean aggressive) {
        check(least, most, eta);
        if (candidates < 1) {
            throw new IllegalArgumentException("Candidates (" + candidates + ") must be at least 1.");
        }
        int required = 1 + times(candidates, eta);
        int possible = 1 + times(most / least, eta);
        int rungs = aggressive ? required : Math.min(required, possible);
        List<Integer> sizes = new ArrayList<>();
        List<Integer> resources = new ArrayList<>();
        int size = candidates;
        for (int i = 0; i < rungs; i++) {
            int power = aggressive ? Math.max(0, i - required + possible) : i;
            sizes.add(size);
            resources.add((int) Math.min(most, power(eta, power) * least));
            size = (size + eta - 1) / eta;
        }
        return new Bracket(sizes, resources);
    }

    /**
     * The least resource with which the last rung of {@link #halving} has about the most, as scikit-learn's {@code
     * min_resources="exhaust"}.
     *
     * @param least no rung has less
     */
    public static int exhausting(int candidates, int least, int most, int eta) {
        check(least, most, eta);
        return (int) Math.max(least, most / power(eta, times(candidates, eta)));
    }

    /**
     * The brackets of Hyperband, the most daring first (Li, Jamieson, DeSalvo, Rostamizadeh and Talwalkar, 2018, "Hyperband",
     * JMLR 18(185), algorithm 1): s = ⌊log_eta(most/least)⌋, …, 0 with ⌈(s_max + 1)/(s + 1)·eta^s⌉ candidates, each from
     * most/eta^s on. Resources are rounded down.
     *
     * @param least resource of any rung, at least 1
     * @param most the resource of each last rung, at least {@code least}
     * @param eta the best 1/eta of a rung go on, with eta times the resource; at least 2
     */
    public static List<Bracket> hyperband(int least, int most, int eta) {
        check(least, most, eta);
        int steps = times(most / least, eta);
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> bracket(steps, steps - i, most, eta))
                .toList();
    }

    private static Bracket bracket(int steps, int s, int most, int eta) {
        long candidates = ((steps + 1) * power(eta, s) + s) / (s + 1);
        List<Integer> sizes = new ArrayList<>();
        List<Integer> resources = new ArrayList<>();
        for (int i = 0; i <= s; i++) {
            sizes.add((int) Math.max(1, candidates / power(eta, i)));
            resources.add((int) Math.max(1, most / power(eta, s - i)));
        }
        return new Bracket(sizes, resources);
    }

    /** How many candidates all rungs have together: the trials of the bracket. */
    public int trials() {
        return sizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** How much resource its first so many trials use together. */
    long spends(int trials) {
        long spent = 0;
        int left = trials;
        for (int i = 0; i < sizes.size(); i++) {
            int some = Math.min(left, sizes.get(i));
            spent += (long) some * resources.get(i);
            left -= some;
        }
        return spent;
    }

    /** {@code 9 × 1, 3 × 3, 1 × 9}: candidates and resource of each rung. */
    String text() {
        return IntStream.range(0, sizes.size())
                .mapToObj(i -> sizes.get(i) + " × " + resources.get(i))
                .collect(Collectors.joining(", "));
    }

    /** What makes sense as least and most resource and as their ratio. */
    static void check(int least, int most, int eta) {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "Least resource (" + least + ") must be at least 1 and at most the most, " + most + ".");
        }
        if (eta < 2) {
            throw new IllegalArgumentException("Eta (" + eta + ") must be at least 2.");
        }
    }

    /** ⌊log_eta(n)⌋, exactly. */
    static int times(int n, int eta) {
        int times = 0;
        for (long power = eta; power <= n; power *= eta) {
            times++;
        }
        return times;
    }

    private static long power(int eta, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= eta;
        }
        return power;
    }
}
