package dev.fettle.report.view;

import dev.fettle.replicate.Replicated;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was scored with less than all: where trials had a resource, each point's scores from rung to rung, else each trial's
 * intermediate scores from step to step. Immutable, for any thread.
 *
 * <pre>{@code
 * LearningCurves curves = LearningCurves.of(history);
 * for (LearningCurves.Line line : curves.lines()) {
 *     System.out.println("trial " + line.trial() + ": " + line.marks());
 * }
 * }</pre>
 *
 * @param byRung whether marks stand at resources, and not at steps
 * @param lines in the order of their first trials; each has a mark
 */
public record LearningCurves(boolean byRung, List<Line> lines) {
    public LearningCurves {
        lines = List.copyOf(lines);
    }

    /**
     * A score on the way, finite.
     *
     * @param trial that it is of
     * @param at resource or step, from 1
     * @param scored whether the trial ended with it; else it was pruned, or it is one of its intermediate scores
     */
    public record Mark(int trial, int at, double score, boolean scored) {}

    /**
     * One point by rungs, or one trial by steps.
     *
     * @param marks at least one, in the order in which they came
     * @param whole whether it came as far as any: to the highest rung, or to the end of its trial
     * @param best whether the best trial of the study is its last
     */
    public record Line(List<Mark> marks, boolean whole, boolean best) {
        public Line {
            marks = List.copyOf(marks);
        }

        /** The number of its first trial. */
        public int trial() {
            return marks.get(0).trial();
        }

        /** Where it ends. */
        public Mark last() {
            return marks.get(marks.size() - 1);
        }
    }

    /** Of the trials that were evaluated; those without a resource are left out where others have one. */
    public static LearningCurves of(History history) {
        List<Trial.Finished> evaluated =
                history.trials().stream().filter(t -> t.source() == t.number()).toList();
        // One evaluation more is no rung.
        boolean byRung = evaluated.stream().anyMatch(LearningCurves::hasResource)
                && evaluated.stream().noneMatch(Replicated::is);
        int best = history.best().map(Trial::number).orElse(0);
        return new LearningCurves(byRung, byRung ? byRung(evaluated, best) : bySteps(evaluated, best));
    }

    private static boolean hasResource(Trial trial) {
        return trial.proposal().resource() != Proposal.ALL;
    }

    private static List<Line> byRung(List<Trial.Finished> evaluated, int best) {
        Map<Object, List<Mark>> byPoint = new LinkedHashMap<>();
        for (Trial.Finished trial : evaluated) {
            if (hasResource(trial)) {
                end(trial).ifPresent(mark -> byPoint.computeIfAbsent(trial.point(), p -> new ArrayList<>())
                        .add(mark));
            }
        }
        int highest = byPoint.values().stream()
                .flatMap(List::stream)
                .mapToInt(Mark::at)
                .max()
                .orElse(0);
        return byPoint.values().stream()
                .map(marks -> {
                    Mark last = marks.get(marks.size() - 1);
                    return new Line(marks, last.scored() && last.at() == highest, last.trial() == best);
                })
                .toList();
    }

    /** What is known of a trial at its rung; a failed one has nothing. */
    private static Optional<Mark> end(Trial.Finished trial) {
        int at = trial.proposal().resource();
        return trial.match(
                c -> Optional.of(new Mark(c.number(), at, c.score().value(), true)),
                p -> reported(p).reduce((a, b) -> b).map(mark -> new Mark(p.number(), at, mark.score(), false)),
                f -> Optional.empty());
    }

    private static List<Line> bySteps(List<Trial.Finished> evaluated, int best) {
        return evaluated.stream()
                .map(t -> new Line(reported(t).toList(), t instanceof Trial.Completed, t.number() == best))
                .filter(line -> !line.marks().isEmpty())
                .toList();
    }

    private static Stream<Mark> reported(Trial trial) {
        return trial.reports().stream()
                .filter((Report r) -> Double.isFinite(r.score()))
                .map(r -> new Mark(trial.number(), r.step(), r.score(), false));
    }

    /** The resources or steps at which marks stand, rising. */
    public int[] places() {
        return lines.stream()
                .flatMap(line -> line.marks().stream())
                .mapToInt(Mark::at)
                .distinct()
                .sorted()
                .toArray();
    }

    /** How many lines have a mark at a resource or step. */
    public long reached(int at) {
        return lines.stream()
                .filter(line -> line.marks().stream().anyMatch(m -> m.at() == at))
                .count();
    }

    /**
     * At most so many lines, in their order: the best and those with the most marks, for half of the room; of the others an even
     * selection.
     *
     * @param most at least 2
     */
    public List<Line> some(int most) {
        if (lines.size() <= most) {
            return lines;
        }
        int[] order = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !lines.get(i).best())
                        .thenComparing(i -> -lines.get(i).marks().size()))
                .mapToInt(i -> i)
                .toArray();
        int far = most / 2;
        int rest = order.length - far;
        for (int i = 0; i < most - far; i++) {
            order[far + i] = order[far + (int) ((long) i * rest / (most - far))];
        }
        return Arrays.stream(order, 0, most).sorted().mapToObj(lines::get).toList();
    }
}
