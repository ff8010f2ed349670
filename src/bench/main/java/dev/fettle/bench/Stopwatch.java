package dev.fettle.bench;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * A sampler with a clock beside it, which chooses as without.
 *
 * @param nanos grows by all time spent in choosing and listening, on whatever thread
 */
record Stopwatch(Sampler sampler, LongAdder nanos) implements Sampler {
    private static final long serialVersionUID = 1;

    Stopwatch(Sampler sampler) {
        this(sampler, new LongAdder());
    }

    /** So far. */
    double seconds() {
        return nanos.sum() / 1e9;
    }

    @Override
    public Search start(Question question, Seed seed) {
        return new Watched(sampler.start(question, seed), nanos);
    }

    private record Watched(Search search, LongAdder nanos) implements Search {
        @Override
        public Pace pace() {
            return search.pace();
        }

        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            long start = System.nanoTime();
            Step step = search.propose(count, goOn);
            nanos.add(System.nanoTime() - start);
            return new Step(step.proposals(), new Watched(step.next(), nanos));
        }

        @Override
        public Search tell(Told told) {
            long start = System.nanoTime();
            Search next = search.tell(told);
            nanos.add(System.nanoTime() - start);
            return new Watched(next, nanos);
        }

        @Override
        public Search made(List<Proposal> proposals) {
            return new Watched(search.made(proposals), nanos);
        }

        @Override
        public List<Spread> spreads(List<? extends Told> told) {
            return search.spreads(told);
        }
    }
}
