package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.NoJournal;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a study says of its search. */
class StudySpreadsTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1) default 0.25");
    private static final StudyConfig CMA =
            StudyConfig.of("s", SPACE, Goal.maximize("gain"), new CmaSampler().withPopulation(6));

    private static History run(StudyConfig config, int trials) {
        Study study = Study.open(config, new NoJournal(), InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(trials));
        for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
            double x = t.get().point().real("x");
            lease.tell(t.get().number(), 1, Score.of(-x * x));
        }
        return study.history();
    }

    @Test
    void theGenerationsOfAStudyAreThoseOfItsSearch() {
        StudyConfig config = CMA.trying(SPACE.defaults().orElseThrow(), "default");
        History history = run(config, 20);
        assertThat(config.spreads(history)).extracting(Spread::trials).containsExactly(7, 13, 19);
        assertThat(config.spreads(history).get(0).best())
                .isEqualTo(history.trials().subList(1, 7).stream()
                        .mapToDouble(t -> -((Trial.Completed) t).score().value())
                        .min()
                        .orElseThrow());
    }

    /** The earlier trials say of themselves that they are of a generation too. */
    @Test
    void whatAnEarlierStudyKnewIsNoTrialAndNoGenerationOfThisOne() {
        Earlier earlier = Earlier.of(run(CMA, 12), SPACE);
        StudyConfig config = earlier.into(CMA.withSeed(7), "from s");
        History history = run(config, 30);
        int tries = config.tries().size();
        List<Spread> spreads = config.spreads(history);
        assertThat(spreads).hasSize((30 - tries) / 6);
        for (Spread spread : spreads) {
            List<Trial.Finished> own = history.trials().subList(spread.trials() - 6, spread.trials());
            assertThat(own).allMatch(t -> t.proposal().origin().equals("generation " + spread.generation()));
        }
    }

    @Test
    void aSearchWithoutGenerationsHasNone() {
        StudyConfig random = CMA.withSampler(new RandomSampler());
        assertThat(random.spreads(run(random, 10))).isEmpty();
        assertThat(random.remarks(run(random, 10))).isEmpty();
        StudyConfig bayes = CMA.withSampler(new BayesSampler().withHandover(8));
        assertThat(bayes.remarks(run(bayes, 10))).hasSize(1);
    }
}
