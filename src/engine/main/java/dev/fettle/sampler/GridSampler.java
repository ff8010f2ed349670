package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Each point of a finite space once, parameters in the order written, the last one fastest. */
public record GridSampler() implements Sampler {
    @Override
    public Search start(SearchSpace space, Seed seed, Budget budget) {
        return new Position(new Grid(space), 0);
    }

    @Override
    public int lag() {
        return UNLIMITED;
    }

    private record Position(Grid grid, long index) implements Search {
        @Override
        public Step propose(int count) {
            List<Proposal> proposals = new ArrayList<>();
            long at = index;
            while (proposals.size() < count) {
                OptionalLong found = grid.next(at);
                if (found.isEmpty()) {
                    return new Step(proposals, new Position(grid, grid.size()));
                }
                proposals.add(Proposal.of(grid.point(found.getAsLong()), "grid"));
                at = found.getAsLong() + 1;
            }
            return new Step(proposals, new Position(grid, at));
        }

        @Override
        public Search tell(Trial.Finished trial, double loss) {
            return this;
        }
    }
}
