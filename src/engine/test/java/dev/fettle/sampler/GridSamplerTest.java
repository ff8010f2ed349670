package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import java.util.List;
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
