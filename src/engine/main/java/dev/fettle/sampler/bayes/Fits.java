package dev.fettle.sampler.bayes;

import dev.fettle.sampler.evidence.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Fits by schedule: each view of the losses is fitted anew when the trials have grown by an eighth, each fit beginning where
 * the one before has ended. What was fitted is remembered; since every fit is a pure function of the trials it saw, a replay
 * that has to do them again comes to the same. For any thread; one fits at a time.
 *
 * @param most so many trials are all looked at
 */
record Fits(Embedding embedding, boolean deterministic, int most, Map<Integer, Known> memory) {
    private static final int SHARE = 8;
    /** Once trials are many a fit comes after so many more, and begins where one of the last {@value #PAST} ended. */
    private static final int STEP = 16;

    private static final int PAST = 8 * STEP;

    /** What some trials were fitted by. */
    record Known(List<Observation> heard, Map<View, Fit> fits) {}

    Fits(Embedding embedding, boolean deterministic, int most) {
        this(embedding, deterministic, most, new HashMap<>());
    }

    /**
     * The better of the views, as the schedule has it.
     *
     * @param heard at least one
     * @throws java.util.concurrent.CancellationException where it is not to go on
     */
    Fit scheduled(List<Observation> heard, BooleanSupplier goOn) {
        synchronized (memory) {
            // Local models have no long past, so that a replay need not go back to the first.
            int first = heard.size() <= most ? 1 : heard.size() - (heard.size() - most - 1) % PAST;
            Map<View, Fit> fits = Map.of();
            for (int n : behindTheKnown(heard, sizes(first, heard.size()))) {
                Known old = memory.get(n);
                fits = old != null && isOf(old, heard) ? old.fits() : fitted(heard.subList(0, n), fits, goOn);
            }
            memory.keySet().removeIf(n -> n < first);
            return best(fits);
        }
    }

    /** The better of the views, from the prior. */
    Fit fresh(List<Observation> heard) {
        return best(fits(heard, Map.of(), () -> true));
    }

    private static Fit best(Map<View, Fit> fits) {
        return fits.values().stream()
                .min(Comparator.comparingDouble(Fit::badness))
                .orElseThrow();
    }

    private static List<Integer> sizes(int first, int last) {
        List<Integer> sizes = new ArrayList<>();
        for (int n = first; n <= last; n += Math.min(STEP, Math.max(1, n / SHARE))) {
            sizes.add(n);
        }
        return sizes;
    }

    /** The sizes from the last one on that is remembered of these trials; all of them if none is. */
    private List<Integer> behindTheKnown(List<Observation> heard, List<Integer> sizes) {
        for (int i = sizes.size() - 1; i > 0; i--) {
            Known old = memory.get(sizes.get(i));
            if (old != null && isOf(old, heard)) {
                return sizes.subList(i, sizes.size());
            }
        }
        return sizes;
    }

    private static boolean isOf(Known known, List<Observation> heard) {
        return known.heard().equals(heard.subList(0, known.heard().size()));
    }

    private Map<View, Fit> fitted(List<Observation> heard, Map<View, Fit> before, BooleanSupplier goOn) {
        Map<View, Fit> fits = fits(heard, before, goOn);
        memory.put(heard.size(), new Known(List.copyOf(heard), fits));
        return fits;
    }

    private Map<View, Fit> fits(List<Observation> heard, Map<View, Fit> before, BooleanSupplier goOn) {
        List<Observation> near = Region.of(heard, embedding, most).heard();
        Map<View, Fit> fits = new EnumMap<>(View.class);
        for (View view : View.values()) {
            Data data = Data.of(embedding, near, view);
            fits.put(view, Fit.of(embedding, deterministic, data, before.get(view), goOn));
        }
        return fits;
    }
}
