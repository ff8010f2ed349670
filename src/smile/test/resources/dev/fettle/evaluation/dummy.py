"""Writes dummy.json beside it: what scikit-learn's dummies score over its folds, not shuffled, by data, folds and metric.

    python dummy.py        needs scikit-learn 1.9
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score

warnings.filterwarnings("ignore")

CLASSES = {"accuracy": "accuracy", "balanced_accuracy": "balanced_accuracy", "log_loss": "neg_log_loss", "f1_macro": "f1_macro"}
VALUES = {
    "rmse": "neg_root_mean_squared_error",
    "mae": "neg_mean_absolute_error",
    "r2": "r2",
    "explained_variance": "explained_variance",
}
# The targets of the first fold are equal, and of the second too, which a mean over the rest hits exactly.
LEVEL = [1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 5.0, -1.0, 2.0]


def mean(model, x, y, folds, scoring):
    score = float(np.mean(cross_val_score(model, x, y, cv=folds, scoring=scoring)))
    return -score if scoring.startswith("neg_") else score


def main():
    cases = []
    for name in ("iris", "wine", "breast_cancer", "digits"):
        x, y = getattr(datasets, "load_" + name)(return_X_y=True)
        # Ours are in the order of their names.
        y = 1 - y if name == "breast_cancer" else y
        for k in (3, 5):
            for ours, theirs in CLASSES.items():
                score = mean(DummyClassifier(strategy="prior"), x, y, StratifiedKFold(k), theirs)
                cases.append({"data": name, "folds": k, "metric": ours, "score": score})
    x, y = datasets.load_diabetes(return_X_y=True)
    level = np.array(LEVEL)
    for name, features, target, folds in (("diabetes", x, y, (3, 5)), ("level", level[:, None], level, (4,))):
        for k in folds:
            for ours, theirs in VALUES.items():
                if name == "level" and ours == "explained_variance":
                    continue  # there rounding decides between its 0 and 1
                score = mean(DummyRegressor(), features, target, KFold(k), theirs)
                cases.append({"data": name, "folds": k, "metric": ours, "score": score})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "dummy.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "level": LEVEL, "cases": cases}, f, indent=1)


if __name__ == "__main__":
    main()
