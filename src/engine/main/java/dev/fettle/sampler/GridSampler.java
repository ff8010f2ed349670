package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.grid.Grid;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Each point of a finite space once, parameters in the order written, the last one fastest. */
public record GridSampler() implements Sampler {
    @Override
    public Search start(Question question, Seed seed) {
        return new Position(new Grid(question.space()), 0);
    }

    private record Position(Grid grid, long index) implements Search {
        @Override
        public Pace pace() {
            return new Pace.Free();
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            List<Proposal> proposals = new ArrayList<>();
            long at = index;
            while (proposals.size() < count && goOn.getAsBoolean()) {
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
        public Search tell(Told told) {
            return this;
        }
    }
}
