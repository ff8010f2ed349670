package dev.fettle.study;

import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Score;

/** What reaches the thread of a {@link Runner}. */
sealed interface Message {
    /** End the run. */
    record Stop(Ending reason) implements Message {}

    /** A trial came back. */
    sealed interface Landed extends Message {
        int number();

        void tell(Study study);
    }

    record Scored(int number, Score score) implements Landed {
        @Override
        public void tell(Study study) {
            study.tell(number, score);
        }
    }

    record Threw(int number, Failure failure) implements Landed {
        @Override
        public void tell(Study study) {
            study.fail(number, failure);
        }
    }

    record Interrupted(int number) implements Landed {
        @Override
        public void tell(Study study) {
            study.release(number);
        }
    }
}
