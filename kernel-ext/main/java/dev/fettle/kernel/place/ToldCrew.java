package dev.fettle.kernel.place;

import dev.fettle.kernel.source.Origins;
import dev.fettle.pruner.Verdict;
import dev.fettle.run.Crew;
import dev.fettle.run.Listener;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;

/** A crew whose failures are told in the words of the notebook. */
record ToldCrew(Crew crew, Origins origins) implements Crew {
    @Override
    public int places() {
        return crew.places();
    }

    @Override
    public Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener) {
        return crew.start(trial, objective, seed, new Listener() {
            @Override
            public void began() {
                listener.began();
            }

            @Override
            public Verdict reported(Report report) {
                return listener.reported(report);
            }

            @Override
            public void landed(Landing end) {
                listener.landed(
                        end instanceof Landing.Threw threw ? new Landing.Threw(origins.in(threw.failure())) : end);
            }
        });
    }

    @Override
    public void close() {
        crew.close();
    }
}
