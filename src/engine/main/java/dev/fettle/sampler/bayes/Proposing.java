package dev.fettle.sampler.bayes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Searches for the places with the highest acquisition. */
record Proposing(Places places, Embedding embedding, Effort effort, BooleanSupplier goOn) {
    /**
     * How much is looked at.
     *
     * @param anywhere candidates in the whole region
     * @param near candidates near the best trials
     * @param climbs from so many of the best candidates, at least 1
     */
    record Effort(int anywhere, int near, int climbs) {
        static final Effort FULL = new Effort(256, 128, 4);
    }

    /**
     * What was reached from the best candidates, the highest first; then all candidates, likewise.
     *
     * @param acquisition of the model, with what it believes of trials under way
     * @throws java.util.concurrent.CancellationException where it is not to go on
     */
    List<Climb.Summit> summits(Model model, Acquisition acquisition, RandomGenerator random) {
        List<double[]> starts = new Candidates(places, effort.anywhere(), effort.near()).of(model, random);
        double[][] columns = embedding.columns(starts.stream().map(places::seen).toList());
        double[] values = acquisition.at(columns, starts.size());
        List<Climb.Summit> ground = IntStream.range(0, values.length)
                .mapToObj(i -> new Climb.Summit(starts.get(i), values[i]))
                .sorted(Comparator.comparingDouble(s -> -s.value()))
                .toList();
        Climb climb = new Climb(places, embedding, acquisition, model.region(), goOn);
        List<Climb.Summit> summits = new ArrayList<>();
        ground.stream().limit(effort.climbs()).forEach(s -> summits.add(climb.from(s)));
        summits.sort(Comparator.comparingDouble(s -> -s.value()));
        summits.addAll(ground);
        return summits;
    }
}
