package dev.fettle.sampler;

import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The search that proposes the points of a sequence one behind the other, whatever it is told. Its state is three numbers.
 *
 * @param patience after so many points in a row that fail a constraint there is nothing more to propose
 * @param index of the next place to look at
 * @param failing how many points before it fail in a row
 * @param made how many points from there on are proposed already; passed over by the next proposal, which can be stopped
 */
record Walk(Sequence sequence, String origin, long patience, long index, long failing, long made) implements Search {
    /** The {@link #patience} with a sequence that nobody can look at as a whole; it lasts some seconds. */
    static final int PATIENCE = 200_000;

    Walk(Sequence sequence, String origin, long patience) {
        this(sequence, origin, patience, 0, 0, 0);
    }

    @Override
    public Pace pace() {
        return new Pace.Free();
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        List<Proposal> proposals = new ArrayList<>(Math.min(count, 100));
        long at = index;
        long row = failing;
        long owed = made;
        while (proposals.size() < count && at < sequence.size() && row < patience && goOn.getAsBoolean()) {
            Sequence.Place place = sequence.at(at, goOn);
            if (place == null) {
                break;
            }
            at++;
            if (place instanceof Sequence.Place.Fresh fresh) {
                if (owed == 0) {
                    proposals.add(Proposal.of(fresh.point(), origin));
                } else {
                    owed--;
                }
                row = 0;
            } else if (place instanceof Sequence.Place.Failing) {
                row++;
            }
        }
        return new Step(proposals, new Walk(sequence, origin, patience, at, row, owed));
    }

    @Override
    public Search made(List<Proposal> proposals) {
        return new Walk(sequence, origin, patience, index, failing, made + proposals.size());
    }

    @Override
    public Search tell(Told told) {
        return this;
    }
}
