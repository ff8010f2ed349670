package dev.fettle.sampler.bayes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianChooserTest {
    private static final List<Goal> GOALS = List.of(Goal.minimize("loss"));

    /** A run one by one; NaN is a failure. */
    private static List<Trial.Finished> run(
            SearchSpace space, BayesSampler sampler, int trials, ToDoubleFunction<Point> loss) {
        Search search =
                sampler.start(new Question(space, GOALS, OptionalInt.of(trials), OptionalInt.empty()), new Seed(11));
        List<Trial.Finished> all = new ArrayList<>();
        while (all.size() < trials) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                return all;
            }
            Proposal proposal = step.proposals().get(0);
            Trial.Finished end = end(all.size() + 1, proposal, loss.applyAsDouble(proposal.point()));
            all.add(end);
            search = step.next().tell(Told.of(end, GOALS));
        }
        return all;
    }

    private static Trial.Finished end(int number, Proposal proposal, double loss) {
        Trial.Running trial = new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
        return Double.isNaN(loss)
                ? trial.fail(Failure.thrown("E", ""), Duration.ZERO)
                : trial.complete(Score.of(loss), Duration.ZERO);
    }

    private static double best(List<Trial.Finished> trials) {
        return trials.stream()
                .filter(Trial.Completed.class::isInstance)
                .mapToDouble(t -> ((Trial.Completed) t).score().value())
                .min()
                .orElseThrow();
    }

    @Test
    void aSmoothBowlIsFoundToManyDigits() {
        SearchSpace space = SpaceText.parse("x ~ uniform(-3, 5)\ny ~ logUniform(1e-4, 1e2)");
        double best = best(run(space, new BayesSampler(), 40, p -> {
            double y = Math.log(p.real("y"));
            return (p.real("x") - 1) * (p.real("x") - 1) + 0.1 * y * y;
        }));
        assertThat(best).isLessThan(1e-5);
    }

    /** Rosenbrock's valley in five dimensions spans six decades. */
    @Test
    void decadesAreNotLost() {
        SearchSpace space = SpaceText.parse("x[5] ~ uniform(-5, 10)");
        double best = best(run(space, new BayesSampler(), 100, p -> {
            double[] x = p.reals("x");
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                double a = x[i + 1] - x[i] * x[i];
                sum += 100 * a * a + (1 - x[i]) * (1 - x[i]);
            }
            return sum;
        }));
        assertThat(best).isLessThan(100);
    }

    @Test
    void aMixedConditionalSpaceIsSearchedInItsBranches() {
        SearchSpace space = SpaceText.parse("""
                model in {tree, net, line}
                depth ~ int(1, 30)            if model == tree
                layers in {1 < 2 < 3}         if model == net
                rate ~ logUniform(1e-5, 1)    if model == net
                decay ~ uniform(0, 1)         if model == net && layers >= 2
                """);
        List<Trial.Finished> trials = run(space, new BayesSampler(), 60, p -> switch (p.text("model")) {
            case "tree" -> 2 + 0.01 * Math.abs(p.whole("depth") - 7);
            case "net" ->
                1.5
                        + Math.abs(Math.log10(p.real("rate")) + 3)
                        - (p.has("decay") ? 1 - Math.abs(p.real("decay") - 0.4) : 0);
            default -> 3;
        });
        assertThat(best(trials)).isLessThan(0.7);
        assertThat(trials.stream().filter(t -> t.point().text("model").equals("line")))
                .hasSize(1);
    }

    @Test
    void whatFailsIsAvoided() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");
        List<Trial.Finished> trials =
                run(space, new BayesSampler(), 50, p -> p.real("x") > 0.5 ? Double.NaN : 1 - p.real("x") * p.real("y"));
        long failed =
                trials.stream().skip(20).filter(Trial.Failed.class::isInstance).count();
        assertThat(failed).isLessThan(10);
        assertThat(best(trials)).isLessThan(0.505);
    }

    @Test
    void constraintsHoldAndNoPointComesTwice() {
        SearchSpace space = SpaceText.parse("a ~ int(0, 20)\nb ~ int(0, 20)\nrequire a + b < 25 && a - b < 3");
        List<Trial.Finished> trials = run(space, new BayesSampler(), 80, p -> -(p.whole("a") + 0.9 * p.whole("b")));
        assertThat(trials).hasSize(80).allMatch(t -> space.allows(t.point()));
        assertThat(new HashSet<>(trials.stream().map(Trial::point).toList())).hasSize(80);
    }

    @Test
    void aFiniteSpaceEndsWithItsLastPoint() {
        SearchSpace space = SpaceText.parse("a in {1, 2, 3}\nb in {x, y}\nc in {p, q} if b == x");
        assertThat(run(space, new BayesSampler(), 100, p -> p.whole("a"))).hasSize(9);
    }

    /** The first trials do not know each other's results, and yet keep apart. */
    @Test
    void proposalsUnderWayKeepTheirDistance() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        Search search = new BayesSampler().start(Question.of(space, GOALS.get(0)), new Seed(3));
        for (int n = 1; n <= 6; n++) {
            Search.Step step = search.propose(1, () -> true);
            Proposal p = step.proposals().get(0);
            search = step.next().tell(Told.of(end(n, p, Math.sin(30 * p.point().real("x"))), GOALS));
        }
        List<Double> together = search.propose(4, () -> true).proposals().stream()
                .map(p -> p.point().real("x"))
                .sorted()
                .toList();
        for (int i = 1; i < together.size(); i++) {
            assertThat(together.get(i) - together.get(i - 1)).isGreaterThan(1e-3);
        }
    }

    @ParameterizedTest(name = "losses of {0}")
    @ValueSource(doubles = {1e300, -1e300, 1e-300, 0, Double.NaN})
    void strangeLossesStopNothing(double unit) {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\nc in {a, b, d}");
        List<Trial.Finished> trials =
                run(space, new BayesSampler(), 25, p -> unit * (p.text("c").equals("a") ? 1 : p.real("x") - 0.5));
        assertThat(trials).hasSize(25);
        assertThat(trials.subList(10, 25))
                .extracting(t -> t.proposal().origin())
                .containsOnly(Double.isNaN(unit) ? "even" : "model");
    }

    /** Three standard deviations and a little: the thousandths of a bell. */
    @Test
    void theTailsOfABellAreLeftAlone() {
        SearchSpace space = SpaceText.parse("w[3] ~ normal(0, 1)\nrate ~ logNormal(0, 1)");
        List<Trial.Finished> trials = run(space, new BayesSampler(), 40, p -> {
            double[] w = p.reals("w");
            return w[0] * w[0] + Math.abs(w[1] - 0.5) + w[2] * w[2] + Math.abs(Math.log(p.real("rate")));
        });
        assertThat(trials.subList(10, 40))
                .allMatch(t -> Arrays.stream(t.point().reals("w")).allMatch(v -> Math.abs(v) < 3.1))
                .allMatch(t -> Math.abs(Math.log(t.point().real("rate"))) < 3.1);
        assertThat(best(trials)).isLessThan(0.5);
    }

    @Test
    void aBoxOfOldTrialsMovesToABetterPlaceOutsideIt() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");
        Search search = new BayesSampler().withHandover(30).start(Question.of(space, GOALS.get(0)), new Seed(3));
        List<Trial.Finished> trials = new ArrayList<>();
        RandomGenerator random = new Seed(4).random();
        for (int n = 1; n <= 100; n++) {
            Proposal proposal = n <= 40
                    ? Proposal.of(space.decode(new double[] {0.2 * random.nextDouble(), random.nextDouble()}), "old")
                    : search.propose(1, () -> true).proposals().get(0);
            Point p = proposal.point();
            Trial.Finished end = end(n, proposal, Math.hypot(p.real("x") - 0.9, p.real("y") - 0.5));
            trials.add(end);
            search = search.made(n <= 40 ? List.of() : List.of(proposal)).tell(Told.of(end, GOALS));
        }
        assertThat(best(trials)).isLessThan(0.01);
    }

    @Test
    void manyTrialsAreModelledAroundTheBest() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)\nz ~ uniform(0, 1)");
        List<Trial.Finished> trials = run(
                space,
                new BayesSampler().withHandover(30),
                120,
                p -> Math.pow(p.real("x") - 0.2, 2) + Math.pow(p.real("y") - 0.7, 2) + Math.abs(p.real("z") - 0.5));
        assertThat(trials).hasSize(120);
        assertThat(best(trials)).isLessThan(0.01).isLessThan(best(trials.subList(0, 30)) + 1e-12);
    }
}
