package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSamplerTest implements SamplerContract {
    @Override
    public Sampler sampler() {
        return new GridSampler();
    }

    @Override
    public List<SearchSpace> spaces() {
        return List.of(SamplerContract.finite());
    }

    @Test
    void theLastParameterMovesFastest() {
        SearchSpace space = SearchSpace.of(Choice.of("a", "x", "y"), Whole.between("b", 1, 3));
        Search search = new GridSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(1));
        assertThat(search.propose(100, () -> true).proposals())
                .extracting(p -> p.point().toString())
                .containsExactly(
                        "a = x, b = 1", "a = x, b = 2", "a = x, b = 3", "a = y, b = 1", "a = y, b = 2", "a = y, b = 3");
    }

    /** Of 2^30 points the first fifty would differ in six parameters alone. */
    @Test
    void aPartOfAGridLiesAllOverIt() {
        SearchSpace space = new SearchSpace(
                IntStream.range(0, 30)
                        .<Parameter>mapToObj(i -> Choice.of("p" + i, 0, 1))
                        .toList(),
                List.of());
        List<Point> points = started(space, 50).propose(50, () -> true).proposals().stream()
                .map(Proposal::point)
                .toList();
        assertThat(points).hasSize(50).doesNotHaveDuplicates();
        // Of fifty fair coins none shows heads less than 7 times or more than 43 but once in ten million.
        for (String name : space.names()) {
            assertThat(points.stream().mapToInt(p -> p.whole(name)).sum()).isBetween(7, 43);
        }
        assertThat(started(space, 50).propose(50, () -> true).proposals())
                .isEqualTo(started(space, 51).propose(50, () -> true).proposals());
    }

    @Test
    void aPartIsInOrderIfItIsTheWhole() {
        SearchSpace space = SearchSpace.of(Whole.between("a", 1, 3), Whole.between("b", 1, 3))
                .require(Expression.name("a").below(Expression.name("b")));
        assertThat(started(space, 3).propose(9, () -> true).proposals())
                .extracting(p -> p.point().toString())
                .containsExactly("a = 1, b = 2", "a = 1, b = 3", "a = 2, b = 3");
        assertThat(started(space, 2).propose(9, () -> true).proposals())
                .extracting(p -> p.point().toString())
                .containsExactlyInAnyOrder("a = 1, b = 2", "a = 1, b = 3", "a = 2, b = 3");
    }

    private static Search started(SearchSpace space, int trials) {
        Question question =
                new Question(space, List.of(Goal.minimize("loss")), OptionalInt.of(trials), OptionalInt.empty());
        return new GridSampler().start(question, new Seed(1));
    }

    @Test
    void anInactiveParameterIsNotPaidFor() {
        Search search =
                new GridSampler().start(Question.of(SamplerContract.finite(), Goal.minimize("loss")), new Seed(1));
        assertThat(search.propose(100, () -> true).proposals())
                .hasSize(15)
                .doesNotHaveDuplicates()
                .filteredOn(p -> p.point().text("solver").equals("adam"))
                .hasSize(5)
                .noneMatch(p -> p.point().has("momentum"));
    }

    @Test
    void rejectsAContinuum() {
        SearchSpace space = SearchSpace.of(Real.uniform("alpha", 0, 1));
        assertThatThrownBy(() -> new GridSampler().start(Question.of(space, Goal.minimize("loss")), new Seed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha")
                .hasMessageContaining("finitely many");
    }
}
