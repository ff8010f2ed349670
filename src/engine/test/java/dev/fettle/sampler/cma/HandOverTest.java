package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Driven by others, behind others, and ahead of results. */
class HandOverTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("x ~ uniform(0, 1)\nk in 1..9\na in {p, q, r}\ny ~ uniform(0, 1) if a == p");
    private static final int LAMBDA = 8;

    private static Generations begin(CmaSampler sampler) {
        return sampler.begin(Runs.question(SPACE), new Seed(5));
    }

    private static double loss(Point point) {
        return point.real("x") + point.whole("k") / 10.0 + (point.text("a").equals("q") ? 0 : 1);
    }

    private static Told other(int number, double x, String a) {
        Point point = SPACE.decode(new double[] {x, 0.5, a.equals("q") ? 0.5 : 0.9, 0.5});
        return Runs.told(number, Proposal.of(point, "model"), loss(point));
    }

    private static Belief belief(Search search) {
        return Objects.requireNonNull(((Generations) search).belief());
    }

    @Test
    void itStartsAtTheBestThatIsKnown() {
        Search search = begin(new CmaSampler());
        search = search.tell(other(1, 0.8, "r")).tell(other(2, 0.125, "q")).tell(other(3, 0.6, "r"));
        Belief belief = belief(search.propose(1, () -> true).next());
        assertThat(belief.bell().mean()[0]).isEqualTo(0.125);
        assertThat(belief.categories().q()[0][1])
                .isGreaterThan(belief.categories().q()[0][0]);
        assertThat(belief(begin(new CmaSampler()).propose(1, () -> true).next())
                        .bell()
                        .mean())
                .startsWith(0.5, 0.5);
    }

    @Test
    void trialsOfNobodyChangeNothingOnceItHasBegun() {
        Search search = begin(new CmaSampler()).propose(1, () -> true).next();
        assertThat(belief(search.tell(other(1, 0.1, "q")))).isSameAs(belief(search));
    }

    @Test
    void aGenerationCountsAsSoonAsItsLastMemberIsTold() {
        Search search = begin(new CmaSampler());
        assertThat(search.pace()).isEqualTo(new Pace.Generation(LAMBDA));
        for (int n = 1; n <= LAMBDA; n++) {
            Search.Step step = search.propose(1, () -> true);
            assertThat(step.proposals().get(0).origin()).isEqualTo("generation 1");
            search = step.next().tell(Runs.told(n, step.proposals().get(0), n));
        }
        assertThat(belief(search).generation()).isEqualTo(2);
        assertThat(search.pace()).isEqualTo(new Pace.Generation(LAMBDA));
    }

    /** As under a window: proposal n knows the results up to n − lag. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 20})
    void membersAheadOfResultsBelongToTheNextGeneration(int lag) {
        Search search = begin(new CmaSampler());
        List<Proposal> all = new ArrayList<>();
        for (int n = 1; n <= 160; n++) {
            Search.Step step = search.propose(1, () -> true);
            all.add(step.proposals().get(0));
            search = step.next();
            if (n >= lag) {
                Proposal old = all.get(n - lag);
                search = search.tell(Runs.told(n - lag + 1, old, loss(old.point())));
            }
        }
        assertThat(belief(search).generation()).isEqualTo(1 + (160 - lag + 1) / LAMBDA);
        assertThat(((Generations) search).members()).hasSize(lag - 1 + (160 - lag + 1) % LAMBDA);
        assertThat(all).extracting(Proposal::point).doesNotHaveDuplicates();
        assertThat(all.subList(120, 160))
                .filteredOn(p -> p.point().text("a").equals("q"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void whatAnotherVersionHasMadeIsTakenByItsPlace() {
        Search search = begin(new CmaSampler());
        for (int n = 1; n <= LAMBDA; n++) {
            Proposal foreign = Proposal.of(SPACE.decode(new double[] {n / 10.0, 0.5, 0.1, 0.5}), "generation 1");
            search = search.made(List.of(foreign)).tell(Runs.told(n, foreign, n));
        }
        assertThat(belief(search).generation()).isEqualTo(2);
        assertThat(belief(search).bell().mean()[0]).isLessThan(0.5);
    }

    @Test
    void evenPointsComeFirstWhereTheyAreWanted() {
        Search search = begin(new CmaSampler().withInit(5));
        assertThat(search.pace()).isEqualTo(new Pace.Generation(5));
        List<Proposal> init = search.propose(5, () -> true).proposals();
        assertThat(init).extracting(Proposal::origin).containsOnly("init");
        Proposal best = init.get(0);
        for (int n = 1; n <= 5; n++) {
            Proposal p = init.get(n - 1);
            best = loss(p.point()) < loss(best.point()) ? p : best;
            search = search.propose(1, () -> true).next().tell(Runs.told(n, p, loss(p.point())));
        }
        assertThat(search.pace()).isEqualTo(new Pace.Generation(LAMBDA));
        assertThat(belief(search.propose(1, () -> true).next()).bell().mean()[0])
                .isEqualTo(SPACE.encode(best.point())[0]);
    }

    @Test
    void prunedTrialsRankBehindCompletedAndBeforeFailedOnes() {
        Proposal p = Proposal.of(SPACE.decode(new double[] {0.1, 0.5, 0.1, 0.5}), "generation 1");
        List<Told> best = List.of(
                Runs.told(1, p, -1),
                Runs.told(1, p, 5),
                Runs.pruned(1, p, -7),
                Runs.pruned(1, p, 3),
                Runs.told(1, p, Double.NaN));
        assertThat(best).extracting(Member.End::of).isSorted().doesNotHaveDuplicates();
        assertThat(Member.End.of(Runs.pruned(1, p, Double.NaN))).isEqualTo(Member.End.of(best.get(4)));
        assertThat(Member.End.of(Runs.pruned(1, p, Double.POSITIVE_INFINITY))).isEqualTo(Member.End.of(best.get(4)));
    }

    @Test
    void aFiniteSpaceEndsWhenEachPointHasCome() {
        SearchSpace few = SpaceText.parse("a in {p, q, r}\nk in 1..4\nb in 0..1 if a == q");
        List<Told> told = Runs.run(new CmaSampler(), few, 3, 1000, p -> p.whole("k"));
        assertThat(told).hasSize(16);
        assertThat(told).extracting(t -> t.trial().point()).doesNotHaveDuplicates();
    }

    @Test
    void aSmallCornerThatIsAllowedIsFound() {
        SearchSpace corner = SpaceText.parse("a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nrequire a + b < 0.02");
        List<Told> told = Runs.run(new CmaSampler(), corner, 3, 100, p -> -p.real("a") - p.real("b"));
        assertThat(told).hasSize(100).allMatch(t -> corner.allows(t.trial().point()));
        assertThat(Runs.best(told)).isLessThan(-0.0195);
    }
}
