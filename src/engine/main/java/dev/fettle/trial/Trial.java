package dev.fettle.trial;

import dev.fettle.space.Point;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One evaluation of the objective at one point. Its state is its type: what is finished cannot be reported on. Each step
 * returns a new value. Immutable, for any thread.
 *
 * <pre>{@code
 * String end = trial.match(c -> "scored " + c.score().value(), p -> "pruned: " + p.reason(), f -> "failed: " + f.failure());
 * }</pre>
 */
public sealed interface Trial extends Serializable {
    /** From 1, in the order in which the study asked. */
    int number();

    /** From 1: a trial that was released, or whose process died, is tried again under the same number. */
    int attempt();

    /** What was asked for. */
    Proposal proposal();

    /** Intermediate scores in the order in which they came. */
    List<Report> reports();

    /** When it was asked for, by the clock of the study. */
    Instant started();

    /** That of the proposal. */
    default Point point() {
        return proposal().point();
    }

    /** Asked for and not yet told. */
    record Running(int number, int attempt, Proposal proposal, List<Report> reports, Instant started) implements Trial {
        private static final long serialVersionUID = 1;

        public Running {
            reports = List.copyOf(reports);
        }

        /** With one report more, behind the others. */
        public Running report(Report report) {
            List<Report> all = new ArrayList<>(reports);
            all.add(report);
            return new Running(number, attempt, proposal, all, started);
        }

        /** Finished with an outcome, after a time. */
        public Finished end(Outcome outcome, Duration took) {
            if (outcome instanceof Outcome.Scored scored) {
                return complete(scored.score(), took);
            }
            if (outcome instanceof Outcome.Cut cut) {
                return prune(cut.reason(), took);
            }
            return fail(((Outcome.Lost) outcome).failure(), took);
        }

        /** Finished as an earlier trial was, whose end this one shares. */
        public Finished like(Finished first) {
            int source = first.number();
            return first.match(
                    c -> new Completed(number, 1, proposal, c.reports(), started, Duration.ZERO, c.score(), source),
                    p -> new Pruned(number, 1, proposal, p.reports(), started, Duration.ZERO, p.reason(), source),
                    f -> new Failed(number, 1, proposal, f.reports(), started, Duration.ZERO, f.failure(), source));
        }

        /** Completed, or failed if a value is NaN or infinite. */
        public Finished complete(Score score, Duration took) {
            for (double value : score.values()) {
                if (!Double.isFinite(value)) {
                    return fail(Failure.notFinite(value), took);
                }
            }
            return new Completed(number, attempt, proposal, reports, started, took, score, number);
        }

        /** Ended by a pruner, for a reason as in {@link Pruned#reason}. */
        public Pruned prune(String reason, Duration took) {
            return new Pruned(number, attempt, proposal, reports, started, took, reason, number);
        }

        /** Ended without a score. */
        public Failed fail(Failure failure, Duration took) {
            return new Failed(number, attempt, proposal, reports, started, took, failure, number);
        }
    }

    /** Told: how it ended. */
    sealed interface Finished extends Trial {
        /** From the asking to the telling; zero if it shares the end of another trial. */
        Duration took();

        /**
         * The trial that was evaluated: its own number, or that of an earlier trial with the same proposal, whose end it
         * shares.
         */
        int source();

        /** The value of the function for this kind of end. */
        <T> T match(
                Function<? super Completed, ? extends T> completed,
                Function<? super Pruned, ? extends T> pruned,
                Function<? super Failed, ? extends T> failed);
    }

    /** Scored. */
    record Completed(
            int number,
            int attempt,
            Proposal proposal,
            List<Report> reports,
            Instant started,
            Duration took,
            Score score,
            int source)
            implements Finished {
        private static final long serialVersionUID = 1;

        @Override
        public <T> T match(
                Function<? super Completed, ? extends T> completed,
                Function<? super Pruned, ? extends T> pruned,
                Function<? super Failed, ? extends T> failed) {
            return completed.apply(this);
        }
    }

    /**
     * Ended early, as it was not worth finishing. Its last report is all that is known of it.
     *
     * @param reason of the pruner, one short sentence
     */
    record Pruned(
            int number,
            int attempt,
            Proposal proposal,
            List<Report> reports,
            Instant started,
            Duration took,
            String reason,
            int source)
            implements Finished {
        private static final long serialVersionUID = 1;

        @Override
        public <T> T match(
                Function<? super Completed, ? extends T> completed,
                Function<? super Pruned, ? extends T> pruned,
                Function<? super Failed, ? extends T> failed) {
            return pruned.apply(this);
        }
    }

    /** Ended by an exception, by its time, or by a score that is no number. */
    record Failed(
            int number,
            int attempt,
            Proposal proposal,
            List<Report> reports,
            Instant started,
            Duration took,
            Failure failure,
            int source)
            implements Finished {
        private static final long serialVersionUID = 1;

        @Override
        public <T> T match(
                Function<? super Completed, ? extends T> completed,
                Function<? super Pruned, ? extends T> pruned,
                Function<? super Failed, ? extends T> failed) {
            return failed.apply(this);
        }
    }
}
