package dev.fettle.study;

import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Runs a study without threads: so many trials are in the air, and one after the other lands. */
public final class Flights {
    private Flights() {}

    /** The youngest lands first. */
    public static void run(Lease lease, int jobs, Consumer<Trial.Running> land) {
        run(lease, jobs, air -> air.size() - 1, land);
    }

    /**
     * One of the caller's choice lands first.
     *
     * @param which of those in the air
     */
    public static void run(
            Lease lease, int jobs, ToIntFunction<List<Trial.Running>> which, Consumer<Trial.Running> land) {
        List<Trial.Running> air = new ArrayList<>();
        while (true) {
            for (boolean more = true; more && air.size() < jobs; ) {
                Optional<Trial.Running> next = lease.ask(() -> true);
                next.ifPresent(air::add);
                more = next.isPresent();
            }
            if (air.isEmpty()) {
                return;
            }
            land.accept(air.remove(which.applyAsInt(air)));
        }
    }
}
