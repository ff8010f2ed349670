package dev.fettle.learner;

import dev.fettle.random.Seed;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What a training may ask and tell. For the thread that trains.
 *
 * <pre>{@code
 * Fitting tenEpochs = Fitting.of(new Seed(42), 10);
 * }</pre>
 */
public interface Fitting {
    /** As much resource as the learner takes by itself. */
    int ALL = 0;

    /** Names every random choice of the training. */
    Seed seed();

    /** How much to use of {@link Learner#resource}, at least 1; or {@link #ALL} for what the hyperparameter says. */
    int resource();

    /**
     * Tells what a part of the training has led to; it is scored on rows held out if somebody looks. Worth calling only with
     * a {@link #resource}, and never called by most learners.
     *
     * @param step how much resource was used so far, from 1, rising, at most {@link #resource}; the last one may be left out,
     *     unless the training is kept
     * @param soFar predicts as the model would if the training ended here; used before this method returns
     * @return whether to go on; false asks to return any model at once
     */
    boolean report(int step, Model.Predictor soFar);

    /**
     * Where an earlier training of the same learner, values, rows and seed stood at its end, if it was kept: this one may go
     * on from there, if that leads to the very bits of a training from the beginning. It is handed out once, so that the one who
     * takes it may change it.
     */
    default Optional<Object> stood() {
        return Optional.empty();
    }

    /**
     * Keeps where the training stands at its end, for one with more {@link #resource}; as long as there is room.
     *
     * @param bytes about how many it needs
     */
    default void keep(Object standing, long bytes) {}

    /**
     * What a long loop of a training asks now and then.
     *
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Training was interrupted.");
        }
    }

    /** A whole training that nobody looks at. */
    static Fitting of(Seed seed) {
        return of(seed, ALL);
    }

    /** A training with some resource that nobody looks at. */
    static Fitting of(Seed seed, int resource) {
        return new Fitting() {
            @Override
            public Seed seed() {
                return seed;
            }

            @Override
            public int resource() {
                return resource;
            }

            @Override
            public boolean report(int step, Model.Predictor soFar) {
                return true;
            }
        };
    }
}
