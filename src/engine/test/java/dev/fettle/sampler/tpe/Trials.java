package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Point;
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

/** Ends of trials without a study. */
final class Trials {
    static final Goal LOSS = Goal.minimize("loss");

    private Trials() {}

    private static Trial.Running running(int number, Point point) {
        return new Trial.Running(number, 1, Proposal.of(point, "test"), List.of(), Instant.EPOCH);
    }

    private static Told told(Trial.Finished trial) {
        return Told.of(trial, List.of(LOSS));
    }

    static Told scored(int number, Point point, double loss) {
        return told(running(number, point).complete(Score.of(loss), Duration.ZERO));
    }

    static Told pruned(int number, Point point, double loss) {
        return told(running(number, point).report(new Report(1, loss)).prune("hopeless", Duration.ZERO));
    }

    static Told failed(int number, Point point) {
        return told(running(number, point).fail(Failure.thrown("E", ""), Duration.ZERO));
    }

    /** Evidence of trials scored at these places of the unit cube, in the order of time. */
    static Evidence evidence(SearchSpace space, double[][] places, double... losses) {
        Evidence evidence = Evidence.none(space);
        for (int i = 0; i < losses.length; i++) {
            evidence = evidence.tell(scored(i + 1, space.decode(places[i]), losses[i]));
        }
        return evidence;
    }

    static Search start(Sampler sampler, SearchSpace space, long seed) {
        return sampler.start(Question.of(space, LOSS), new Seed(seed));
    }

    /** One by one; a loss of NaN fails. */
    static List<Proposal> run(
            Sampler sampler, SearchSpace space, long seed, int count, ToDoubleFunction<Point> objective) {
        List<Proposal> all = new ArrayList<>();
        Search search = start(sampler, space, seed);
        for (int n = 1; n <= count; n++) {
            Search.Step step = search.propose(1, () -> true);
            if (step.proposals().isEmpty()) {
                break;
            }
            Proposal p = step.proposals().get(0);
            all.add(p);
            double loss = objective.applyAsDouble(p.point());
            search = step.next().tell(Double.isNaN(loss) ? failed(n, p.point()) : scored(n, p.point(), loss));
        }
        return all;
    }
}
