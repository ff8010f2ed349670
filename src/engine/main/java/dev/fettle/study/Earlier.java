package dev.fettle.study;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an earlier study has to say in another space: its evaluated and scored trials, of those with different resources the
 * ones with the most. Immutable, for any thread.
 *
 * <pre>{@code
 * StudyConfig second = Earlier.of(history, space).into(config, "from first");
 * }</pre>
 *
 * @param goals those of the earlier study
 * @param results the trials whose score is one of the new space too, by number, each with its point there; without gradients,
 *     which belong to the coordinates of the old one. Their point fits, none of their parameters is gone, and what is new has a
 *     default, the value that they ran with
 * @param best the points that fit from best to worst by the first goal, each once
 * @param unfit the points of the trials that do not fit, from best to worst, as they were
 * @param hitch why the first trial that fits is none of the results; empty if all are
 */
public record Earlier(
        List<Goal> goals, List<Trial.Completed> results, List<Point> best, List<Point> unfit, Optional<String> hitch) {
    /** So many of the best points are tried first. */
    public static final int TRIED = 10;

    public Earlier {
        goals = List.copyOf(goals);
        results = List.copyOf(results);
        best = List.copyOf(best);
        unfit = List.copyOf(unfit);
    }

    /** What a history has to say in a space. */
    public static Earlier of(History history, SearchSpace space) {
        int most = history.best().map(t -> t.proposal().resource()).orElse(Proposal.ALL);
        List<Trial.Completed> all = history.evaluated().stream()
                .filter(t -> t.proposal().resource() == most)
                .toList();
        Comparator<Trial.Completed> better = history::compare;
        List<Point> best = new ArrayList<>();
        List<Point> unfit = new ArrayList<>();
        all.stream().sorted(better.thenComparingInt(Trial::number)).forEach(trial -> Fitting.point(space, trial.point())
                .ifPresentOrElse(best::add, () -> unfit.add(trial.point())));
        List<Trial.Completed> results = new ArrayList<>();
        Optional<String> hitch = Optional.empty();
        for (Trial.Completed trial : all) {
            Optional<Point> now = Fitting.point(space, trial.point());
            Optional<String> why = now.flatMap(point -> Fitting.hitch(space, trial.point(), point));
            hitch = hitch.or(() -> why);
            now.filter(point -> why.isEmpty()).ifPresent(point -> results.add(moved(trial, point)));
        }
        return new Earlier(history.goals(), results, best.stream().distinct().toList(), unfit, hitch);
    }

    private static Trial.Completed moved(Trial.Completed trial, Point point) {
        Proposal old = trial.proposal();
        return new Trial.Completed(
                trial.number(),
                trial.attempt(),
                new Proposal(point, old.resource(), old.from(), old.origin()),
                trial.reports(),
                trial.started(),
                trial.took(),
                trial.score().withGradient(List.of()),
                trial.source());
    }

    /** The points to try first: the {@value #TRIED} best, or as many as there are. */
    public List<Point> tries() {
        return best.subList(0, Math.min(TRIED, best.size()));
    }

    /** Whether the scores mean to another study what they meant to this one. */
    public boolean comparesWith(StudyConfig config) {
        return goals.equals(config.goals());
    }

    /**
     * The configuration, which has the space of this, with all of it: {@link #tries} behind those it has and, if the goals
     * are the same, the {@link #results} behind those it knows.
     *
     * @param origin of the points to try, as in {@link Proposal}
     */
    public StudyConfig into(StudyConfig config, String origin) {
        StudyConfig all = config;
        for (Point point : tries()) {
            all = all.trying(point, origin);
        }
        return comparesWith(config)
                ? all.withEarlier(Stream.concat(config.earlier().stream(), results.stream())
                        .toList())
                : all;
    }

    /** Why the best of those that do not fit does not; empty if all fit. */
    public Optional<String> reason(SearchSpace space) {
        return unfit.stream().findFirst().map(point -> Fitting.reason(space, point));
    }

    /** @throws IllegalArgumentException unless each is a result in the space for the goals */
    static void check(List<Trial.Completed> results, SearchSpace space, List<Goal> goals) {
        for (Trial.Completed trial : results) {
            Point point = trial.point();
            if (!space.canonical(point.entries()).equals(point) || !space.allows(point)) {
                throw new IllegalArgumentException("Earlier result (" + point + ") must lie in the space.");
            }
            Score score = trial.score();
            if (score.values().size() != goals.size()
                    || !score.values().stream().allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("Earlier result (" + score.values() + " at " + point
                        + ") must have a finite value for each of the " + goals.size() + " goals.");
            }
        }
    }
}
