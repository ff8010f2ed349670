package dev.fettle.sampler;

import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The search that proposes the points of a sequence one behind the other, whatever it is told. Its state is a number.
 *
 * @param size of the sequence
 * @param index of the next place to look at
 */
record Walk(Sequence sequence, long size, String origin, long index) implements Search {
    /** After so many places without a point in a row, about a second, the rest counts as empty. */
    static final int REJECTIONS = 1_000_000;

    /** Points by place. */
    interface Sequence {
        /** The point at a place from 0; null if the place holds none that counts. */
        @Nullable
        Point at(long index);
    }

    @Override
    public Pace pace() {
        return new Pace.Free();
    }

    @Override
    public Step propose(int count, BooleanSupplier goOn) {
        List<Proposal> proposals = new ArrayList<>(Math.min(count, 100));
        long at = index;
        int rejected = 0;
        while (proposals.size() < count && at < size && goOn.getAsBoolean()) {
            Point point = sequence.at(at++);
            if (point != null) {
                proposals.add(Proposal.of(point, origin));
                rejected = 0;
            } else if (++rejected == REJECTIONS) {
                at = size;
            }
        }
        return new Step(proposals, new Walk(sequence, size, origin, at));
    }

    @Override
    public Search tell(Told told) {
        return this;
    }
}
