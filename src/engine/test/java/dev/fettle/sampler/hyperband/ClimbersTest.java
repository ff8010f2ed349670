package dev.fettle.sampler.hyperband;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClimbersTest {
    private static final List<Integer> RESOURCES = List.of(1, 3, 9);
    private static final int ETA = 3;

    /** What happened, and who goes on, as the paper says it and in as many steps. */
    private record Plain(List<Proposal.Key> asked, List<Told> ended) {
        String next() {
            for (int k = RESOURCES.size() - 2; k >= 0; k--) {
                int here = RESOURCES.get(k);
                Set<Point> seen = new HashSet<>();
                List<Told> rung = ended.stream()
                        .filter(t -> t.trial().proposal().resource() == here)
                        .filter(t -> seen.add(t.trial().point()))
                        .toList();
                List<Told.Scored> best = Ends.best(rung);
                for (int i = 0; i < Math.min(best.size(), rung.size() / ETA); i++) {
                    Point point = best.get(i).trial().point();
                    if (!asked.contains(new Proposal.Key(point, RESOURCES.get(k + 1)))) {
                        return point + " with " + RESOURCES.get(k + 1) + " of trial "
                                + best.get(i).trial().number();
                    }
                }
            }
            return "nobody";
        }
    }

    private static String said(@Nullable Proposal next) {
        return next == null ? "nobody" : next.point() + " with " + next.resource() + " of trial " + next.from();
    }

    private static Told end(Proposal.Key key, int number, RandomGenerator random) {
        Proposal proposal = new Proposal(key.point(), key.resource(), null, "test");
        Trial.Finished trial = random.nextInt(6) == 0
                ? new Trial.Failed(
                        number, 1, proposal, List.of(), Instant.EPOCH, Duration.ZERO, Failure.thrown("E", ""), number)
                : new Trial.Completed(
                        number,
                        1,
                        proposal,
                        List.of(),
                        Instant.EPOCH,
                        Duration.ZERO,
                        Score.of(random.nextInt(12) - 6),
                        number);
        return Told.of(trial, List.of(Goal.minimize("loss")));
    }

    /** Few scores, so that many are equal, and zeros of both signs; a point in four comes again. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theyAreThoseOfThePaperAtEachStep(long seed) {
        RandomGenerator random = new Seed(seed).random();
        Plain plain = new Plain(new ArrayList<>(), new ArrayList<>());
        List<Climbers> versions = new ArrayList<>(List.of(Climbers.none(RESOURCES, ETA)));
        List<String> answers = new ArrayList<>(List.of("nobody"));
        List<Proposal.Key> running = new ArrayList<>();
        for (int number = 1; number < 400; ) {
            Climbers now = versions.get(versions.size() - 1);
            if (running.size() < 5) {
                Proposal up = now.next();
                double x = random.nextInt(4) == 0 ? random.nextInt(40) : random.nextDouble();
                Proposal.Key key = up == null ? new Proposal.Key(Point.of(Map.of("x", x)), 1) : up.key();
                running.add(key);
                plain.asked().add(key);
                versions.add(now.made(key));
            } else {
                Told told = end(running.remove(random.nextInt(running.size())), number++, random);
                plain.ended().add(told);
                versions.add(now.plus(told));
            }
            answers.add(plain.next());
            assertThat(said(versions.get(versions.size() - 1).next())).isEqualTo(answers.get(answers.size() - 1));
        }
        assertThat(answers).anyMatch(a -> a.contains("with 9"));
        for (int i = 0; i < versions.size(); i += 37) {
            assertThat(said(versions.get(i).next())).as("version %d, later", i).isEqualTo(answers.get(i));
        }
        assertThat(versions.get(versions.size() - 1).asked())
                .containsExactlyElementsOf(new LinkedHashSet<>(plain.asked()));
    }
}
