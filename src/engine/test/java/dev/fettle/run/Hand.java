package dev.fettle.run;

import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A crew without threads: its trials land when the test says so. */
final class Hand implements Crew {
    final Map<Integer, Listener> underWay = new LinkedHashMap<>();
    final List<Integer> interrupted = new ArrayList<>();
    private final int places;

    Hand(int places) {
        this.places = places;
    }

    @Override
    public int places() {
        return places;
    }

    @Override
    public Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener) {
        int number = trial.number();
        underWay.put(number, listener);
        return new Evaluation() {
            @Override
            public boolean interrupt() {
                interrupted.add(number);
                return true;
            }

            @Override
            public String place() {
                return "hand";
            }
        };
    }

    /** A trial has its thread. */
    void begin(int number) {
        Objects.requireNonNull(underWay.get(number)).began();
    }

    /** A trial comes back with its number as its score. */
    void land(int number) {
        Objects.requireNonNull(underWay.remove(number)).landed(new Listener.Landing.Returned(Score.of(number)));
    }
}
