package dev.fettle.learner;

import java.util.Locale;
import java.util.Map;

/** What models are called by those who come from scikit-learn and its neighbours. */
final class ScikitLearn {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("mlp", "mlp"),
            Map.entry("randomforest", "random_forest"),
            Map.entry("extratrees", "random_forest"),
            Map.entry("gradientboosting", "gradient_tree_boost"),
            Map.entry("histgradientboosting", "gradient_tree_boost"),
            Map.entry("adaboost", "ada_boost"),
            Map.entry("decisiontreeclassifier", "decision_tree"),
            Map.entry("decisiontreeregressor", "regression_tree"),
            Map.entry("decisiontree", "decision_tree"),
            Map.entry("kneighbors", "knn"),
            Map.entry("logisticregression", "logistic"),
            Map.entry("svc", "svm"),
            Map.entry("linearsvc", "svm"),
            Map.entry("nusvc", "svm"),
            Map.entry("svr", "svr"),
            Map.entry("linearsvr", "svr"),
            Map.entry("nusvr", "svr"),
            Map.entry("gaussiannb", "naive_bayes"),
            Map.entry("multinomialnb", "naive_bayes"),
            Map.entry("bernoullinb", "naive_bayes"),
            Map.entry("lineardiscriminantanalysis", "lda"),
            Map.entry("quadraticdiscriminantanalysis", "qda"),
            Map.entry("ridge", "ridge"),
            Map.entry("lasso", "lasso"),
            Map.entry("elasticnet", "elastic_net"),
            Map.entry("gaussianprocess", "gaussian_process"),
            Map.entry("xgb", "xgboost"),
            Map.entry("xgboost", "xgboost"));

    private ScikitLearn() {}

    /** Our name of a model that is typed as there, {@code RandomForestClassifier} say; another is itself. */
    static String name(String typed) {
        String bare = typed.substring(typed.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)$|_", "");
        String kind = bare.replaceFirst("(classifier|regressor)?(cv)?$", "");
        return NAMES.getOrDefault(bare, NAMES.getOrDefault(kind, typed));
    }
}
