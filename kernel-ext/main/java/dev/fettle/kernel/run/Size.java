package dev.fettle.kernel.run;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.Budget;
import java.util.OptionalLong;

/** How many points a space has. */
public final class Size {
    /** Testing the constraints at more points than this would take longer than the first frame may. */
    private static final long COUNTED = 200_000;

    private Size() {}

    /** How many trials a budget and the points of a space allow; 0 if neither is bounded. */
    public static long planned(SearchSpace space, Budget budget) {
        long most = Math.min(of(space).orElse(Long.MAX_VALUE), budget.trials());
        return most == Budget.ALL ? 0 : most;
    }

    /** The number of points; an upper bound if there are constraints and many points; empty if infinitely many. */
    public static OptionalLong of(SearchSpace space) {
        if (space.size().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            Grid grid = new Grid(space);
            return OptionalLong.of(grid.count(COUNTED).orElse(grid.size()));
        } catch (IllegalArgumentException e) {
            // More points than there are numbers for.
            return space.size();
        }
    }
}
