package dev.fettle.run;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import org.junit.jupiter.api.Test;

class TuningTest {
    private static final SearchSpace SPACE = SearchSpace.of(
                    Real.uniform("x", -2, 2),
                    Whole.between("k", 1, 9),
                    Choice.of("solver", "sgd", "adam"),
                    Real.uniform("momentum", 0, 1).when(name("solver").is("sgd")))
            .require(name("x").plus(name("k")).below(9));

    private static Tuning bowl() {
        return Tuning.minimize("loss", SPACE, p -> p.real("x") * p.real("x") + p.whole("k"));
    }

    @Test
    void theBestIsFoundAndTheJobsDoNotMatter() {
        History one = bowl().trials(300).run();
        assertThat(one.size()).isEqualTo(300);
        assertThat(one.best().orElseThrow().point().whole("k")).isEqualTo(1);
        History many = bowl().trials(300).jobs(4).run();
        assertThat(many.trials())
                .extracting(Trial::point)
                .isEqualTo(one.trials().stream().map(Trial::point).toList());
        assertThat(bowl().trials(300).seed(7).run().trials().get(0).point())
                .isNotEqualTo(one.trials().get(0).point());
    }

    @Test
    void theSpaceIsWhatTheTextSays() {
        assertThat(SPACE).isEqualTo(SpaceText.parse("""
                        x ~ uniform(-2, 2)
                        k ~ int(1, 9)
                        solver in {sgd, adam}
                        momentum ~ uniform(0, 1) if solver == sgd
                        require x + k < 9
                        """));
    }

    @Test
    void limitsAndPointsAreKept() {
        var first = SPACE.decode(new double[] {0.5, 0, 0.9, 0});
        History history = bowl().trying(first).until(1).trials(50).run();
        assertThat(history.trials()).hasSize(1);
        assertThat(bowl().patience(1).trials(50).run().size()).isLessThan(50);
        SearchSpace small = SearchSpace.of(Whole.between("k", 1, 9));
        History all = Tuning.maximize("k", small, p -> p.whole("k"))
                .sampler(new GridSampler())
                .trials(Budget.ALL)
                .run();
        assertThat(all.trials()).hasSize(9);
    }

    @Test
    void aSpaceThatDoesNotFitTheSamplerIsNamed() {
        assertThatThrownBy(() -> bowl().sampler(new GridSampler()).run()).hasMessageContaining("x");
    }
}
