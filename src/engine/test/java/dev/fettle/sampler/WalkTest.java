package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalkTest {
    private static final Sequence.Place FAILING = new Sequence.Place.Failing();
    private static final Sequence.Place REPEATED = new Sequence.Place.Repeated();

    private static Sequence.Place point(long number) {
        return new Sequence.Place.Fresh(Point.of(Map.of("n", (int) number)));
    }

    private static Walk walk(Sequence sequence) {
        return new Walk(sequence, "test", 1_000);
    }

    /** False from the n-th question on. */
    private static BooleanSupplier forSoLong(int n) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() < n;
    }

    @Test
    void aPointEndsARowOfFailingOnes() {
        Walk walk = walk((n, goOn) -> n % 1_000 == 999 ? point(n) : FAILING);
        assertThat(walk.propose(100, () -> true).proposals()).hasSize(100);
        Search one = walk;
        for (int i = 0; i < 100; i++) {
            assertThat(one.propose(1, () -> true).proposals()).hasSize(1);
            one = one.propose(1, () -> true).next();
        }
    }

    @Test
    void afterARowOfFailingOnesThereIsNothingMore() {
        Walk walk = walk((n, goOn) -> n % 1_001 == 1_000 ? point(n) : FAILING);
        Search.Step step = walk.propose(3, () -> true);
        assertThat(step.proposals()).isEmpty();
        assertThat(step.next().propose(3, () -> true).proposals()).isEmpty();
        assertThat(step.next().propose(3, () -> true).next()).isEqualTo(step.next());
    }

    @Test
    void repeatedPointsAreNoFailingOnes() {
        Walk walk = walk((n, goOn) -> n % 5_000 == 0 ? point(n) : n % 6 == 0 ? FAILING : REPEATED);
        assertThat(walk.propose(10, () -> true).proposals()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 999})
    void aWalkThatIsStoppedGoesOnAsIfItHadNot(int patience) {
        Sequence sequence = (n, goOn) -> n < 10_000 && n % 900 == 899 ? point(n) : FAILING;
        Search whole = walk(sequence);
        Search cut = whole;
        for (int i = 0; i < 40_000 / patience; i++) {
            Search.Step step = cut.propose(1, forSoLong(patience + 1));
            for (int j = 0; j < step.proposals().size(); j++) {
                assertThat(step.proposals())
                        .isEqualTo(whole.propose(1, () -> true).proposals());
                whole = whole.propose(1, () -> true).next();
            }
            cut = step.next();
        }
        assertThat(whole.propose(1, () -> true).proposals()).isEmpty();
        assertThat(cut).isEqualTo(whole.propose(1, () -> true).next());
    }

    @Test
    void pointsThatWereMadeAreNotLookedForBeforeTheNextOne() {
        AtomicInteger looks = new AtomicInteger();
        Search whole = walk((n, goOn) -> {
            looks.incrementAndGet();
            return n % 3 == 2 ? point(n) : FAILING;
        });
        Search.Step first = whole.propose(5, () -> true);
        looks.set(0);
        Search replayed = whole.made(first.proposals());
        assertThat(looks).hasValue(0);
        Search cut = replayed.propose(1, forSoLong(8)).next();
        List<Proposal> next = first.next().propose(2, () -> true).proposals();
        assertThat(replayed.propose(2, () -> true).proposals()).isEqualTo(next);
        assertThat(cut.propose(2, () -> true).proposals()).isEqualTo(next);
    }

    /** Of 46,656,000,000 points only a few at the end satisfy the constraint. */
    @Test
    void aGridLooksForARarePointUntilItIsToldNotTo() {
        SearchSpace space = SpaceText.parse(
                "a in 1..60\nb in 1..60\nc in 1..60\nd in 1..60\ne in 1..60\nf in 1..60\nrequire a + b + c + d + e + f >="
                        + " 357");
        Search search = new GridSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(1));
        Search.Step step = search.propose(1, forSoLong(100_000));
        assertThat(step.proposals()).isEmpty();
        assertThat(((Walk) step.next()).index()).isEqualTo(99_999);
    }
}
