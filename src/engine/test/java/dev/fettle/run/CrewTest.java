package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Verdict;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A crew far away: trials are posted, and come back by a thread of its own in an order of its own. */
class CrewTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    /** Takes its places' worth of trials and answers the last one first; every third trial gets lost, number 6 until it is given up. */
    private static final class Post implements Crew {
        private record Letter(Trial.Running trial, Listener listener) {}

        private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
        private int most;

        @Override
        public int places() {
            return 3;
        }

        @Override
        public Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener) {
            letters.add(new Letter(trial, listener));
            return new Evaluation() {
                @Override
                public boolean interrupt() {
                    return true;
                }

                @Override
                public String place() {
                    return "elsewhere";
                }
            };
        }

        /** Answers until the given number of trials has come back. */
        void work(int trials) throws InterruptedException {
            Deque<Letter> desk = new ArrayDeque<>();
            for (int answered = 0; answered < trials; answered++) {
                desk.push(letters.take());
                for (Letter more = letters.poll(); more != null; more = letters.poll()) {
                    desk.push(more);
                }
                most = Math.max(most, desk.size());
                while (!desk.isEmpty()) {
                    answer(desk.pop());
                    answered += desk.isEmpty() ? 0 : 1;
                }
            }
        }

        private static void answer(Letter letter) {
            int number = letter.trial().number();
            boolean lost = number == 6 || (number % 3 == 0 && letter.trial().attempt() == 1);
            letter.listener().began();
            assertThat(letter.listener().reported(new Report(1, number))).isInstanceOf(Verdict.GoOn.class);
            letter.listener()
                    .landed(
                            lost
                                    ? new Listener.Landing.Lost("place " + number + " is gone")
                                    : new Listener.Landing.Returned(Score.of(number)));
        }
    }

    @Test
    void trialsMayBeEvaluatedAnywhere() throws Exception {
        Post post = new Post();
        var working = executor.submit(() -> {
            post.work(9 + 1 + 2 + 1);
            return null;
        });
        Study study = Study.open(StudyTest.config(9), new MemoryJournal(), StudyTest.CLOCK);
        Ending ending = new Runner(executor, InstantSource.system())
                .run(study.begin(Budget.unlimited()), (point, probe) -> Score.of(0), post, null);
        working.get();
        assertThat(ending).isEqualTo(Ending.EXHAUSTED);
        assertThat(post.most).isLessThanOrEqualTo(3);
        assertThat(study.trials().completed().map(t -> t.score().value()))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 8.0, 9.0);
        Trial.Failed failed = (Trial.Failed) study.trials().trial(6).orElseThrow();
        assertThat(failed.attempt()).isEqualTo(3);
        assertThat(failed.failure()).hasToString("Lost \"place 6 is gone\"");
    }
}
