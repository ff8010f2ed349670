package dev.fettle.trial;

import java.io.Serializable;

/** How an evaluation ended; with the trial that was asked for, a {@link Trial.Finished}. Immutable, for any thread. */
public sealed interface Outcome extends Serializable {
    /** It was scored. */
    record Scored(Score score) implements Outcome {
        private static final long serialVersionUID = 1;
    }

    /** It was ended early, for a reason as in {@link Trial.Pruned#reason}. */
    record Cut(String reason) implements Outcome {
        private static final long serialVersionUID = 1;
    }

    /** It has no score. */
    record Lost(Failure failure) implements Outcome {
        private static final long serialVersionUID = 1;
    }
}
