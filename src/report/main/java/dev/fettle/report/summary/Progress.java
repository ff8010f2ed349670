package dev.fettle.report.summary;

import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A run under way. Immutable, for any thread.
 *
 * @param name of the study; null if it has none
 * @param method as it begins a sentence: "Grid search"
 * @param history of the trials that are finished
 * @param metric what the first goal is called
 * @param planned how many trials there are to be; 0 if nobody knows
 * @param jobs how many run at once
 * @param elapsed since the run began
 * @param pulse what goes on now
 */
public record Progress(
        @Nullable String name,
        String method,
        SearchSpace space,
        History history,
        String metric,
        long planned,
        int jobs,
        Duration elapsed,
        long seed,
        Pulse pulse) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final int ENOUGH = 3;
    /** The latest so many tell how long a trial takes. */
    private static final int LATEST = 1000;

    /** Share of what is planned that is done, in [0, 1]; 0 if nobody knows. */
    public double share() {
        return planned == 0 ? 0 : Math.min(1, (double) history.size() / planned);
    }

    /** How many trials of this run end in a second; empty in its first second, and before the first trial. */
    public OptionalDouble rate() {
        int ended = history.size() - pulse.earlier();
        return ended > 0 && elapsed.compareTo(SECOND) >= 0
                ? OptionalDouble.of(ended / (elapsed.toMillis() / 1000.0))
                : OptionalDouble.empty();
    }

    /**
     * How long it will take: the median time of the latest 1000 trials, times the trials that are left over the jobs, rounded up,
     * less what those that are running have had of it. Trials that took no time, as repeats do, do not count. Empty before
     * three others, where nobody knows how many are left, and where all should have ended by now.
     */
    public Optional<Duration> left() {
        int size = history.size();
        long[] nanos = history.trials().subList(Math.max(0, size - LATEST), size).stream()
                .mapToLong(t -> t.took().toNanos())
                .filter(n -> n > 0)
                .sorted()
                .toArray();
        long rest = planned - history.size();
        if (nanos.length < ENOUGH || rest <= 0) {
            return Optional.empty();
        }
        double waves = Math.ceil((double) rest / Math.max(1, jobs));
        long median = nanos[nanos.length / 2];
        double had = pulse.running().stream()
                .mapToDouble(g -> Math.min(median, g.lasting().toNanos()))
                .sum();
        long left = (long) (median * waves - had / Math.max(1, jobs));
        return Optional.of(left).filter(n -> n > 0).map(Duration::ofNanos);
    }

    /** The best trial so far by the first goal; empty until one is scored. */
    public Optional<Trial.Completed> best() {
        return history.best();
    }
}
