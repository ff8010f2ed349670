package dev.fettle.learner.joint;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.LearnerContract;
import dev.fettle.learner.Learners;
import dev.fettle.learner.own.OwnLearner;
import dev.fettle.learner.own.Trainer;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OneOfTest implements LearnerContract {
    private static final Dataset IRIS = Bundled.dataset("iris", null);
    private static final Learner KNN = Learners.of("knn");
    private static final Learner MLP = Learners.of("mlp");
    private static final OneOf BOTH = new OneOf(List.of(KNN, MLP));

    @Override
    public Learner learner() {
        return BOTH;
    }

    /** A configuration holds what belongs to the chosen model alone. */
    @Override
    @Test
    public void hyperparametersSayWhatTheyAre() {
        for (Learner each : BOTH.learners()) {
            assertThat(BOTH.configure(Map.of("model", each.name())).entries())
                    .containsEntry("model", each.name())
                    .containsAllEntriesOf(each.configure(Map.of()).entries())
                    .hasSize(1 + each.hyperparameters().size());
        }
    }

    private static Learner scaled(Learner learner) {
        return Preparation.before(learner, Gaps.OFF, Scaler.NONE);
    }

    private static String completed(OneOf models, String written) {
        return models.completed(SpaceText.parse(written), l -> l.space(IRIS.shape()))
                .text();
    }

    @Test
    void theModelThatIsChosenTrainsWithWhatIsItsOwn() {
        double[][] here = BOTH.fit(
                        BOTH.configure(Map.of("model", "knn", "n_neighbors", 3, "alpha", 7.0)),
                        IRIS,
                        Fitting.of(new Seed(1)))
                .predictor()
                .predict(IRIS);
        double[][] alone = KNN.fit(KNN.configure(Map.of("n_neighbors", 3)), IRIS, Fitting.of(new Seed(1)))
                .predictor()
                .predict(IRIS);
        assertThat(here).isDeepEqualTo(alone);
    }

    @Test
    void aNameWithTheModelsBeforeItIsThatModelsAlone() {
        assertThat(BOTH.configure(Map.of("model", "knn", "knn_n_neighbors", 3, "n_neighbors", 9))
                        .whole("n_neighbors"))
                .isEqualTo(3);
        assertThat(BOTH.has("mlp_n_neighbors")).isFalse();
    }

    @Test
    void theFirstIsTheStandard() {
        assertThat(BOTH.configure(Map.of()).text("model")).isEqualTo("knn");
    }

    @Test
    void whatIsWrongForAllIsWrong() {
        assertThat(BOTH.problem("model", "svm").orElseThrow()).isEqualTo("model (svm) must be one of knn, mlp.");
        assertThat(BOTH.problem("n_neighbors", 0).orElseThrow()).startsWith("n_neighbors (0) must be");
        assertThat(BOTH.problem("n_neighbours", 3).orElseThrow())
                .startsWith("Parameter (n_neighbours) must be one that knn,mlp has: model, n_neighbors, ")
                .endsWith("Maybe n_neighbors.");
    }

    @Test
    void eachIsNamedOnce() {
        assertThatThrownBy(() -> new OneOf(List.of(KNN, KNN)))
                .hasMessage("Models (knn, knn) must be at least one, each named once.");
    }

    @Test
    void defaultSpacesAreJoinedUnderConditions() {
        assertThat(BOTH.space(IRIS.shape()).text().lines())
                .startsWith(
                        "model in {knn, mlp} default knn",
                        "n_neighbors ~ logInt(1, 75) default 5 if model == knn",
                        "weights in {uniform, distance} default uniform if model == knn")
                .contains("alpha ~ logUniform(1e-7, 0.1) default 1e-4 if model == mlp");
    }

    @Test
    void whatIsWrittenGetsTheConditionUnderWhichItIsRead() {
        String written = "activation in {tanh, relu}\nalpha in {0.1, 1.0} if activation == tanh\nn_neighbors in {1, 3}";
        assertThat(completed(BOTH, written).lines())
                .containsExactly(
                        "model in {knn, mlp} default knn",
                        "activation in {tanh, relu} if model == mlp",
                        "alpha in {0.1, 1.0} if model == mlp && activation == tanh",
                        "n_neighbors in {1, 3} if model == knn");
    }

    @Test
    void aConditionThatSaysSoAlreadyStays() {
        String written =
                "model in {mlp, knn}\nn_neighbors in {1, 3} if model == knn\nalpha in {0.1, 1.0} if model == mlp";
        assertThat(completed(BOTH, written)).isEqualTo(written);
    }

    @Test
    void whatAllReadHasNoCondition() {
        OneOf prepared = new OneOf(List.of(scaled(KNN), scaled(MLP)));
        assertThat(completed(prepared, "scale in {none, standard}\nn_neighbors in {1, 3}\nalpha in {0.1, 1.0}")
                        .lines())
                .containsExactly(
                        "model in {knn, mlp} default knn",
                        "scale in {none, standard}",
                        "n_neighbors in {1, 3} if model == knn",
                        "alpha in {0.1, 1.0} if model == mlp");
    }

    @Test
    void aModelOfWhichNothingIsWrittenIsSearchedInItsDefaultSpace() {
        assertThat(completed(BOTH, "model in {knn, mlp}\nalpha in {0.1, 1.0}").lines())
                .contains("alpha in {0.1, 1.0} if model == mlp", "p in {1, 2} default 2 if model == knn")
                .noneMatch(line -> line.startsWith("activation"));
        assertThat(completed(BOTH, "model in {mlp}\nalpha in {0.1, 1.0}").lines())
                .as("knn is never chosen")
                .containsExactly("model in {mlp}", "alpha in {0.1, 1.0}");
    }

    @Test
    void namesThatOthersHaveTooGetTheModelsBeforeThem() {
        Trainer.OfClasses any = (p, x, y) -> smile.classification.KNN.fit(x, y, 5);
        OneOf three = new OneOf(List.of(KNN, new OwnLearner("mine", any)));
        SearchSpace space = three.space(IRIS.shape());
        assertThat(space.names()).containsExactly("model", "knn_n_neighbors", "knn_weights", "knn_p");
        assertThat(three.configure(Map.of("model", "knn", "knn_p", 1)).whole("p"))
                .isEqualTo(1);
    }

    @Test
    void aValueThatOneReaderRefusesIsSaidUnlessItsConditionKeepsItAway() {
        OneOf models = new OneOf(List.of(Learners.of("lda"), MLP));
        assertThat(models.problem("solver", "sgd")).isEmpty();
        assertThat(models.problem("solver", "sgd", null).orElseThrow())
                .startsWith("lda reads it too: solver (sgd) must be one of ")
                .endsWith("Maybe  if model in {mlp}  behind the line.");
        assertThat(models.problem("solver", "sgd", name("model").is("mlp"))).isEmpty();
    }

    @Test
    void aPrefixMakesANameThatModelsAloneEvenIfAnotherTakesAnything() {
        Trainer.OfClasses any = (p, x, y) -> smile.classification.KNN.fit(x, y, p.whole("k"));
        OneOf models = new OneOf(List.of(new OwnLearner("near", any), MLP));
        assertThat(models.configure(Map.of("near_k", 3, "mlp_alpha", 0.1)).entries())
                .containsEntry("k", 3)
                .doesNotContainKey("mlp_alpha");
        assertThat(models.reads("mlp_alpha", models.configure(Map.of()))).isFalse();
    }
}
