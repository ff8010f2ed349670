"""Writes scikit_learn.json beside it: what scikit-learn's trees say, to be compared with ours.

    python scikit_learn.py        needs scikit-learn 1.9; takes minutes

"exact": predictions where nothing is left to chance: ten random_states agree.
"weighted": the same with weights of rows.
"scores": means over five folds, and how they spread over random_states where chance has a say.
"""
import json
import os

import numpy as np
import sklearn
from sklearn import datasets
from sklearn import ensemble as e
from sklearn import tree as t
from sklearn.base import clone
from sklearn.metrics import accuracy_score, log_loss, root_mean_squared_error
from sklearn.model_selection import KFold, StratifiedKFold

WORDS = {"none": None, "all": None, "auto": None}
CLASSES = {
    "decision_tree": t.DecisionTreeClassifier(),
    "random_forest": e.RandomForestClassifier(),
    "gradient_tree_boost": e.GradientBoostingClassifier(),
    "ada_boost": e.AdaBoostClassifier(),
}
VALUES = {
    "regression_tree": t.DecisionTreeRegressor(),
    "random_forest": e.RandomForestRegressor(),
    "gradient_tree_boost": e.GradientBoostingRegressor(),
}
TREE = ("max_depth", "min_samples_split", "min_samples_leaf", "max_features", "max_leaf_nodes")


def model(learner, settings, classes, seed):
    settings = {k: WORDS.get(v, v) if isinstance(v, str) else v for k, v in settings.items()}
    if learner == "ada_boost":
        own = {k: settings.pop(k) for k in TREE if k in settings}
        settings["estimator"] = t.DecisionTreeClassifier(**{"max_depth": 1, **own})
    return clone((CLASSES if classes else VALUES)[learner]).set_params(random_state=seed, **settings)


def made(classes, rng):
    """Columns without ties, of numbers that a float holds too."""
    n, p = 200, 3
    x = np.stack([rng.permutation(512)[:n] / 64 for _ in range(p)], axis=1)
    z = np.sin(x[:, 0]) + 0.3 * x[:, 1] + 0.1 * x[:, 1] * (x[:, 2] > 4) + rng.normal(0, 0.6, n)
    y = np.searchsorted(np.quantile(z, np.linspace(0, 1, classes + 1)[1:-1]), z) if classes else np.round(z, 4)
    return x, y


def exact(rng):
    small = dict(min_samples_leaf=12)
    trees = [small, dict(max_depth=4, **small), dict(max_leaf_nodes=9, **small), dict(min_samples_split=50, **small)]
    of_classes = trees + [dict(criterion="entropy", **small), dict(class_weight="balanced", **small)]
    boosts = [dict(n_estimators=20, **small), dict(n_estimators=30, learning_rate=0.3, max_depth=2, **small)]
    adas = [dict(**small), dict(max_depth=2, n_estimators=10, learning_rate=0.5, **small)]
    cases = [("decision_tree", k, s) for k in (2, 3) for s in of_classes]
    cases += [("regression_tree", 0, s) for s in trees]
    cases += [("gradient_tree_boost", k, s) for k in (0, 2, 3) for s in boosts]
    cases += [("gradient_tree_boost", 0, dict(loss="absolute_error", **b)) for b in boosts]
    cases += [("ada_boost", k, s) for k in (2, 3, 4) for s in adas]
    for learner, classes, settings in cases:
        yield certain(learner, classes, settings, rng)


def weighted(rng):
    small = dict(min_samples_leaf=12)
    alone = dict(n_estimators=2, bootstrap=False, max_features="all", **small)
    cases = [("decision_tree", k, dict(**small, **s)) for k in (2, 3)
             for s in (dict(), dict(criterion="entropy", max_leaf_nodes=7), dict(class_weight="balanced", max_depth=3))]
    cases += [("regression_tree", 0, small), ("regression_tree", 0, dict(max_leaf_nodes=9, **small))]
    cases += [("random_forest", k, alone) for k in (0, 3)] + [("random_forest", 2, dict(class_weight="balanced", **alone))]
    cases += [("gradient_tree_boost", k, dict(n_estimators=20, **small)) for k in (0, 2, 3)]
    cases += [("gradient_tree_boost", 0, dict(loss="absolute_error", n_estimators=20, **small))]
    cases += [("ada_boost", k, dict(max_depth=2, n_estimators=10, learning_rate=0.5, **small)) for k in (2, 3)]
    for learner, classes, settings in cases:
        yield certain(learner, classes, settings, rng, weights=True)


def certain(learner, classes, settings, rng, weights=False):
    """Other data until no two splits are equally good, which scikit-learn decides by lot."""
    while True:
        x, y = made(classes, rng)
        w = rng.integers(1, 33, len(y)) / 8 if weights else None
        at = rng.integers(0, 512, (40, x.shape[1])) / 64 + 1 / 256
        said = []
        for seed in range(10):
            m = model(learner, settings, classes, seed).fit(x, y, sample_weight=w)
            said.append(m.predict_proba(at) if classes else m.predict(at)[:, None])
        if max(np.abs(one - said[0]).max() for one in said) < 1e-9:
            one = {"learner": learner, "classes": classes, "settings": settings, "x": x.tolist(), "y": y.tolist(),
                   "at": at.tolist(), "said": said[0].tolist()}
            return dict(one, weights=w.tolist()) if weights else one


SCORES = [
    ("decision_tree", "iris", "accuracy", dict(max_depth=3)),
    ("decision_tree", "wine", "accuracy", dict(min_samples_leaf=5)),
    ("decision_tree", "breast_cancer", "log_loss", dict(max_depth=3, min_samples_leaf=10)),
    ("decision_tree", "breast_cancer", "log_loss", dict(criterion="entropy", max_leaf_nodes=6, class_weight="balanced")),
    ("decision_tree", "digits", "accuracy", dict(max_features="sqrt", min_samples_split=5)),
    ("regression_tree", "diabetes", "rmse", dict(max_depth=3)),
    ("regression_tree", "diabetes", "rmse", dict(min_samples_leaf=20)),
    ("regression_tree", "diabetes", "rmse", dict(max_features=0.5, max_leaf_nodes=12)),
    ("random_forest", "iris", "log_loss", dict(min_samples_leaf=3)),
    ("random_forest", "wine", "log_loss", dict(max_samples=0.5)),
    ("random_forest", "breast_cancer", "log_loss", dict(max_depth=3, min_samples_leaf=10)),
    ("random_forest", "breast_cancer", "log_loss", dict(criterion="entropy", class_weight="balanced", max_features="log2", min_samples_leaf=5)),
    ("random_forest", "digits", "accuracy", dict(n_estimators=50)),
    ("random_forest", "digits", "log_loss", dict(n_estimators=50, max_leaf_nodes=30, bootstrap=False)),
    ("random_forest", "diabetes", "rmse", dict()),
    ("random_forest", "diabetes", "rmse", dict(max_features=0.3, min_samples_leaf=5)),
    ("gradient_tree_boost", "iris", "log_loss", dict(n_estimators=30, max_features="sqrt")),
    ("gradient_tree_boost", "wine", "log_loss", dict(n_estimators=50, subsample=0.5)),
    ("gradient_tree_boost", "breast_cancer", "log_loss", dict(learning_rate=0.05, max_depth=2, subsample=0.7)),
    ("gradient_tree_boost", "diabetes", "rmse", dict(subsample=0.5)),
    ("gradient_tree_boost", "diabetes", "rmse", dict(loss="absolute_error", learning_rate=0.05, max_depth=4, max_features="log2")),
    ("ada_boost", "iris", "accuracy", dict()),
    ("ada_boost", "wine", "log_loss", dict(max_depth=2, learning_rate=0.5, max_features="sqrt")),
    ("ada_boost", "breast_cancer", "log_loss", dict(n_estimators=30)),
    ("ada_boost", "digits", "accuracy", dict(n_estimators=25, max_depth=4, max_features=0.2)),
]
SEEDS = 10


def cross_validated(learner, settings, metric, x, y, seed):
    values = metric == "rmse"
    scores = []
    for train, test in (KFold(5) if values else StratifiedKFold(5)).split(x, y):
        m = model(learner, settings, not values, seed).fit(x[train], y[train])
        if metric == "log_loss":
            scores.append(log_loss(y[test], m.predict_proba(x[test])))
        else:
            scores.append((root_mean_squared_error if values else accuracy_score)(y[test], m.predict(x[test])))
    return scores


def scores():
    for learner, data, metric, settings in SCORES:
        x, y = getattr(datasets, "load_" + data)(return_X_y=True)
        all = np.array([cross_validated(learner, settings, metric, x, y, seed) for seed in range(SEEDS)])
        means = all.mean(axis=1)
        one = {"learner": learner, "data": data, "metric": metric, "settings": settings, "mean": means.mean(),
               "spread": means.std(ddof=1), "seeds": SEEDS, "folds": all.mean(axis=0).std(ddof=1) / 5**0.5}
        print(one)
        yield one


def main():
    found = {"scikit-learn": sklearn.__version__, "exact": list(exact(np.random.default_rng(5))), "scores": list(scores()),
             "weighted": list(weighted(np.random.default_rng(6)))}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump(found, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
