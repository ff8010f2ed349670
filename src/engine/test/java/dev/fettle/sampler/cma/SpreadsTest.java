package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.NoJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Spread;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpreadsTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1) default 0.25\nk in 1..9 default 3\na in {p, q}");

    private static double loss(Point p) {
        return p.real("x") * p.real("x") + p.whole("k") + p.real("y");
    }

    @Test
    void aStudyIsSeenAgainGenerationByGeneration() {
        StudyConfig config =
                StudyConfig.of("s", SPACE, Runs.GOALS.get(0), new CmaSampler()).withSeed(11);
        Study study = Study.open(config, new NoJournal(), InstantSource.fixed(Instant.EPOCH));
        Lease lease = study.begin(Budget.trials(60));
        for (Optional<Trial.Running> t = lease.ask(() -> true); t.isPresent(); t = lease.ask(() -> true)) {
            lease.tell(t.get().number(), 1, Score.of(loss(t.get().point())));
        }
        List<Told> told = study.history().trials().stream()
                .map(t -> Told.of(t, Runs.GOALS))
                .toList();
        Seed seed = config.seed().child("sampler");
        List<Spread> spreads =
                new CmaSampler().start(Runs.question(SPACE), seed).spreads(told);
        assertThat(config.spreads(study.history())).isEqualTo(spreads);
        int tries = config.tries().size();
        assertThat(spreads).hasSize((60 - tries) / 8);
        for (int g = 0; g < spreads.size(); g++) {
            Spread spread = spreads.get(g);
            assertThat(spread.generation()).isEqualTo(g + 1);
            assertThat(spread.restart()).isZero();
            assertThat(spread.trials()).isEqualTo(tries + 8 * (g + 1));
            List<Told> own = told.subList(tries + 8 * g, tries + 8 * (g + 1));
            assertThat(spread.best()).isEqualTo(Runs.best(own));
            assertThat(own).allMatch(t -> t.trial().proposal().origin().equals("generation " + spread.generation()));
        }
        assertThat(spreads.get(0).sigma()).isEqualTo(1.0 / 6);
        assertThat(spreads.get(0).axisRatio()).isEqualTo(1);
        assertThat(spreads.get(6).axisRatio()).isGreaterThan(1);
    }

    @Test
    void itIsTheSearchItself() {
        CmaSampler sampler = new CmaSampler().withInit(3).withPopulation(5);
        List<Told> told = Runs.run(sampler, SPACE, 4, 103, SpreadsTest::loss);
        Generations search = sampler.begin(Runs.question(SPACE), new Seed(4));
        Map<Integer, Bell> bells = new TreeMap<>();
        for (Told one : told) {
            Generations proposed = (Generations) search.propose(1, () -> true).next();
            if (proposed.belief() != null) {
                bells.put(proposed.belief().generation(), proposed.belief().bell());
            }
            search = proposed.tell(one);
        }
        List<Spread> spreads = sampler.start(Runs.question(SPACE), new Seed(4)).spreads(told);
        assertThat(spreads).hasSize(20);
        assertThat(sampler.start(Runs.question(SPACE), new Seed(4)).spreads(told.subList(0, 98)))
                .isEqualTo(spreads.subList(0, 19));
        assertThat(spreads)
                .allSatisfy(s -> assertThat(s.sigma())
                        .isEqualTo(Objects.requireNonNull(bells.get(s.generation()))
                                .sigma()))
                .allSatisfy(s -> assertThat(s.axisRatio())
                        .isEqualTo(Objects.requireNonNull(bells.get(s.generation()))
                                .axisRatio()));
    }

    @Test
    void aGenerationOfFailuresHasNoBest() {
        List<Told> told = Runs.run(new CmaSampler(), SPACE, 4, 8, p -> Double.NaN);
        assertThat(new CmaSampler().start(Runs.question(SPACE), new Seed(4)).spreads(told))
                .singleElement()
                .satisfies(s -> assertThat(s.best()).isNaN());
    }
}
