package dev.fettle.trial;

import dev.fettle.space.Point;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One evaluation of the objective at one point. Its state is its type: what is finished cannot be reported on. Each step
 * returns a new value. Immutable, for any thread.
 */
public sealed interface Trial extends Serializable {
    /** From 1, in the order in which the study asked. */
    int number();

    /** From 1: a trial that was stopped, or whose process died, is tried again under the same number. */
    int attempt();

    Proposal proposal();

    /** Intermediate scores in the order in which they came. */
    List<Report> reports();

    Instant started();

    default Point point() {
        return proposal().point();
    }

    /** Asked for and not yet told. */
    record Running(int number, int attempt, Proposal proposal, List<Report> reports, Instant started) implements Trial {
        public Running {
            reports = List.copyOf(reports);
        }

        public Running report(Report report) {
            List<Report> all = new ArrayList<>(reports);
            all.add(report);
            return new Running(number, attempt, proposal, all, started);
        }

        /** Completed, or failed if the score is NaN or infinite. */
        public Finished complete(Score score, Duration took) {
            if (!Double.isFinite(score.value())) {
                return fail(new Failure("Score", "Score (" + score.value() + ") must be finite."), took);
            }
            return new Completed(number, attempt, proposal, reports, started, took, score, number);
        }

        public Failed fail(Failure failure, Duration took) {
            return new Failed(number, attempt, proposal, reports, started, took, failure, number);
        }

        public Stopped stop(Duration took) {
            return new Stopped(number, attempt, proposal, reports, started, took);
        }
    }

    /** How it ended. */
    sealed interface Finished extends Trial {
        Duration took();
    }

    /**
     * Scored.
     *
     * @param source the trial that was evaluated: its own number, or that of an earlier trial with the same point, whose
     *     score it shares
     */
    record Completed(
            int number,
            int attempt,
            Proposal proposal,
            List<Report> reports,
            Instant started,
            Duration took,
            Score score,
            int source)
            implements Finished {}

    /**
     * Ended by an exception, or by a score that is no number.
     *
     * @param source as for {@link Completed}
     */
    record Failed(
            int number,
            int attempt,
            Proposal proposal,
            List<Report> reports,
            Instant started,
            Duration took,
            Failure failure,
            int source)
            implements Finished {}

    /** Interrupted: never scored, unknown to the sampler, tried again when the study goes on. */
    record Stopped(int number, int attempt, Proposal proposal, List<Report> reports, Instant started, Duration took)
            implements Finished {}
}
