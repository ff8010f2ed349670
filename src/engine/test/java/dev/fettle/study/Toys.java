package dev.fettle.study;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Samplers that stand for what comes. */
public final class Toys {
    private Toys() {}

    /**
     * Learns: a random point in the first place, later one beside the best known or, with several goals, beside the one with
     * the least sum of losses. Its origin says what it had been told, and so does its next point.
     *
     * @param pace of its proposals
     * @param thinking what it does before each proposal: nothing, or something that takes its time
     */
    public record Climber(Pace pace, Thinking thinking) implements Sampler {
        public Climber(Pace pace) {
            this(pace, goOn -> {});
        }

        @Override
        public Search start(Question question, Seed seed) {
            return new State(pace, thinking, question.space(), seed, 0, 0, Double.POSITIVE_INFINITY, null);
        }

        /** How long it thinks is no part of the question. */
        @Override
        public String toString() {
            return "Climber[" + pace + "]";
        }
    }

    /** What a sampler does while everybody waits. */
    public interface Thinking extends java.io.Serializable {
        void think(BooleanSupplier goOn);
    }

    private record State(
            Pace pace,
            Thinking thinking,
            SearchSpace space,
            Seed seed,
            int made,
            int heard,
            double least,
            @org.jspecify.annotations.Nullable Point best)
            implements Search {
        @Override
        public Step propose(int count, BooleanSupplier goOn) {
            List<Proposal> proposals = new ArrayList<>();
            while (proposals.size() < count && goOn.getAsBoolean()) {
                thinking.think(goOn);
                proposals.add(next(made + proposals.size()));
            }
            return new Step(proposals, after(proposals.size()));
        }

        private Proposal next(int number) {
            var random = seed.child(number).child(heard).random();
            double[] u = best == null ? new double[space.dimensions()] : space.encode(best);
            for (int i = 0; i < u.length; i++) {
                double wide = random.nextDouble();
                u[i] = best == null || Double.isNaN(u[i]) ? wide : Math.min(1, Math.max(0, u[i] + (wide - 0.5) / 4));
            }
            return Proposal.of(space.decode(u), "told " + heard);
        }

        private State after(int more) {
            return new State(pace, thinking, space, seed, made + more, heard, least, best);
        }

        @Override
        public Search tell(Told told) {
            double sum = Double.POSITIVE_INFINITY;
            if (told instanceof Told.Scored scored) {
                sum = 0;
                for (double loss : scored.losses()) {
                    sum += loss;
                }
            }
            boolean better = sum < least;
            return new State(
                    pace,
                    thinking,
                    space,
                    seed,
                    made,
                    heard + 1,
                    better ? sum : least,
                    better ? told.trial().point() : best);
        }

        @Override
        public Search made(List<Proposal> proposals) {
            return after(proposals.size());
        }
    }

    /** Proposes the same point for ever, and listens. */
    public record Stuck(Pace pace) implements Sampler {
        @Override
        public Search start(Question question, Seed seed) {
            Proposal only = Proposal.of(
                    question.space().decode(new double[question.space().dimensions()]), "stuck");
            return new Search() {
                @Override
                public Pace pace() {
                    return pace;
                }

                @Override
                public Step propose(int count, BooleanSupplier goOn) {
                    return new Step(java.util.Collections.nCopies(count, only), this);
                }

                @Override
                public Search tell(Told told) {
                    return this;
                }
            };
        }
    }
}
