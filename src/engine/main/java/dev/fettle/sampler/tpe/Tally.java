package dev.fettle.sampler.tpe;

import dev.fettle.sampler.evidence.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The trials of one group by number, and the best of them in order; one more takes constant time. For one thread. */
final class Tally {
    /** So many recent trials have full weight; those before fade linearly (Bergstra, Yamins and Cox, 2013; Optuna). */
    private static final int RECENT = 25;

    private final Group group;
    private final int mostGood;
    private int[] members = new int[16];
    private int size;
    private int scored;
    private final List<Integer> best = new ArrayList<>();

    Tally(Group group, int mostGood) {
        this.group = group;
        this.mostGood = mostGood;
    }

    /** With the trial number {@code at}, the last one in {@code all}. */
    void add(List<Observation> all, int at) {
        Observation one = all.get(at);
        if (!group.active(one.place())) {
            return;
        }
        if (size == members.length) {
            members = Arrays.copyOf(members, 2 * size);
        }
        members[size++] = at;
        if (one.hasLoss()) {
            scored++;
            rank(all, at, one);
        }
    }

    /** The earlier of equal ones first. */
    private void rank(List<Observation> all, int at, Observation one) {
        int place = best.size();
        while (place > 0 && Observation.BEST_FIRST.compare(one, all.get(best.get(place - 1))) < 0) {
            place--;
        }
        if (place < mostGood) {
            best.add(place, at);
        }
        if (best.size() > mostGood) {
            best.remove(mostGood);
        }
    }

    /**
     * Good trials and the rest.
     *
     * @param pending {@code [trials][dimensions]} places under way; they count as bad, so that no two workers go to the same
     *     place (the constant liar of Ginsbourger, Le Riche and Carraro, 2010)
     * @param mostBad at least 2
     */
    Split split(List<Observation> all, double[][] pending, TpeSampler settings, int mostBad) {
        int[] good = best.subList(0, Math.min(best.size(), settings.good(scored))).stream()
                .mapToInt(i -> i)
                .sorted()
                .toArray();
        double[][] goodPlaces = new double[good.length][];
        double[] goodWeights = new double[good.length];
        for (int i = 0; i < good.length; i++) {
            goodPlaces[i] = all.get(good[i]).place();
            goodWeights[i] = weight(i, good.length);
        }
        Rest rest = new Rest();
        thinned(all, good, pending.length, mostBad, rest);
        int count = size - good.length + pending.length;
        for (int i = Math.max(0, pending.length - mostBad); i < pending.length; i++) {
            rest.add(pending[i], weight(count - pending.length + i, count));
        }
        return new Split(goodPlaces, goodWeights, rest.places(), rest.weights());
    }

    /**
     * All of the last ones and every so many-th of those before, which then stands for its neighbours in time. The mixture
     * of ten thousand trials is a smooth function that some hundreds draw as well, and an ask that looked at all of them
     * would become slower with every trial.
     */
    private void thinned(List<Observation> all, int[] good, int pending, int mostBad, Rest rest) {
        int count = size - good.length + pending;
        int late = size <= mostBad ? 0 : size - mostBad / 2;
        int early = mostBad / 2;
        int before = 0;
        for (int i = 0; i < (late == 0 ? size : early + size - late); i++) {
            boolean sparse = late > 0 && i < early;
            int place = late == 0 ? i : sparse ? (int) ((long) i * late / early) : late + i - early;
            while (before < good.length && good[before] < members[place]) {
                before++;
            }
            if (before == good.length || good[before] != members[place]) {
                double stands = sparse ? (double) late / early : 1;
                rest.add(all.get(members[place]).place(), stands * weight(place - before, count));
            }
        }
    }

    /** Of the trial number {@code at} from 0 of {@code count}: numpy.linspace(1/n, 1, n − 25), then ones. */
    static double weight(int at, int count) {
        int ramp = count - RECENT;
        if (at >= ramp) {
            return 1;
        }
        double least = 1.0 / count;
        return ramp == 1 ? least : least + at * (1 - least) / (ramp - 1);
    }

    private static final class Rest {
        private final List<double[]> places = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        void add(double[] place, double weight) {
            places.add(place);
            weights.add(weight);
        }

        double[][] places() {
            return places.toArray(double[][]::new);
        }

        double[] weights() {
            return weights.stream().mapToDouble(w -> w).toArray();
        }
    }
}
