package dev.fettle.sampler.cma;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Searches driven by hand. */
final class Runs {
    static final List<Goal> GOALS = List.of(Goal.minimize("loss"));

    private Runs() {}

    static Question question(SearchSpace space) {
        return Question.of(space, GOALS.get(0));
    }

    static SearchSpace cube(int dimensions) {
        return SearchSpace.of(IntStream.range(0, dimensions)
                .mapToObj(i -> Real.uniform("x" + i, -1, 1))
                .toArray(Parameter[]::new));
    }

    static double[] vector(Point point) {
        return point.entries().values().stream()
                .mapToDouble(v -> ((Number) v).doubleValue())
                .toArray();
    }

    /** So many trials one by one, as told. */
    static List<Told> run(Sampler sampler, SearchSpace space, long seed, int count, ToDoubleFunction<Point> loss) {
        List<Told> all = new ArrayList<>();
        Search search = sampler.start(question(space), new Seed(seed));
        while (all.size() < count) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                return all;
            }
            Proposal proposal = step.proposals().get(0);
            all.add(told(all.size() + 1, proposal, loss.applyAsDouble(proposal.point())));
            search = step.next().tell(all.get(all.size() - 1));
        }
        return all;
    }

    /** Completed, or failed if the loss is not a number. */
    static Told told(int number, Proposal proposal, double loss) {
        Trial.Running trial = running(number, proposal);
        return Told.of(
                Double.isNaN(loss)
                        ? trial.fail(Failure.thrown("E", ""), Duration.ZERO)
                        : trial.complete(Score.of(loss), Duration.ZERO),
                GOALS);
    }

    static Told pruned(int number, Proposal proposal, double loss) {
        return Told.of(running(number, proposal).report(new Report(1, loss)).prune("hopeless", Duration.ZERO), GOALS);
    }

    private static Trial.Running running(int number, Proposal proposal) {
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    static double best(List<Told> told) {
        return told.stream()
                .filter(Told.Scored.class::isInstance)
                .mapToDouble(t -> ((Told.Scored) t).losses()[0])
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    static List<String> origins(List<Told> told) {
        return told.stream().map(t -> t.trial().proposal().origin()).distinct().toList();
    }
}
