package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScikitLearnTest {
    @ParameterizedTest
    @CsvSource({
        "MLPClassifier, mlp",
        "MLPRegressor(), mlp",
        "RandomForestClassifier, random_forest",
        "ExtraTreesRegressor, random_forest",
        "GradientBoostingClassifier, gradient_tree_boost",
        "HistGradientBoostingRegressor, gradient_tree_boost",
        "gradient_boosting, gradient_tree_boost",
        "AdaBoostClassifier, ada_boost",
        "DecisionTreeClassifier, decision_tree",
        "DecisionTreeRegressor, regression_tree",
        "KNeighborsClassifier, knn",
        "LogisticRegressionCV, logistic",
        "SVC, svm",
        "LinearSVR, svr",
        "GaussianNB, naive_bayes",
        "LinearDiscriminantAnalysis, lda",
        "QuadraticDiscriminantAnalysis, qda",
        "RidgeClassifier, ridge",
        "LassoCV, lasso",
        "ElasticNet, elastic_net",
        "GaussianProcessRegressor, gaussian_process",
        "XGBClassifier, xgboost",
        "xgb.XGBRegressor, xgboost",
        "no_such, no_such"
    })
    void classesHaveNamesHere(String typed, String ours) {
        assertThat(ScikitLearn.name(typed)).isEqualTo(ours);
    }

    @Test
    void anUnknownModelIsAnsweredWithOurName() {
        assertThatThrownBy(() -> Learners.of("MLPClassifier")).hasMessageEndingWith(" Maybe mlp.");
    }
}
