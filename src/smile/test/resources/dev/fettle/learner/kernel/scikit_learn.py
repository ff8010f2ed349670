"""Writes scikit_learn.json beside it: what scikit-learn's kernel models say and score, on the data sets that come with it.

    python scikit_learn.py        needs scikit-learn 1.9

The folds are the five that are not shuffled; `said` is what the model of the first fold says of the first of its test rows:
values, or the decision values, of two classes that of the second, of shape ovr otherwise, or of a
calibrated model the logarithms of odds or probabilities. An SVM is trained to tol 1e-8 where
it says so, and to its standard of 1e-3 otherwise. Where a case is weighted, row i counts (1 + 7·i mod 10) / 4 in a training.
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.calibration import CalibratedClassifierCV
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR

warnings.filterwarnings("ignore")
ROWS = 20


def gaussian_process(kernel="rbf", length_scale="auto", alpha="auto"):
    fixed = length_scale != "auto"
    scale = length_scale if fixed else 10**0.5
    k = RBF(scale, (1e-3, 1e4)) if kernel == "rbf" else Matern(scale, (1e-3, 1e4), nu=2.5)
    if fixed:
        return GaussianProcessRegressor(k, alpha=alpha, normalize_y=True, optimizer=None)
    return GaussianProcessRegressor(ConstantKernel() * k + WhiteKernel(0.1), alpha=0, normalize_y=True)


def svm(class_weight="none", probability="off", **values):
    machine = SVC(class_weight=None if class_weight == "none" else class_weight, break_ties=True, **values)
    return machine if probability == "off" else Odds(machine, ensemble=False)


class Odds(CalibratedClassifierCV):
    """Decides by the logarithms of its probabilities."""

    def decision_function(self, x):
        p = np.log(self.predict_proba(x))
        return p[:, 1] - p[:, 0] if p.shape[1] == 2 else p


MODELS = {"svm": svm, "svr": SVR, "gaussian_process": gaussian_process}
EXACT = {"tol": 1e-8}
CASES = (
    [(d, s, "svm", {}) for d in ("iris", "wine", "breast_cancer", "digits") for s in (True, False)]
    + [(d, True, "svm", EXACT) for d in ("iris", "wine", "breast_cancer", "digits")]
    + [("iris", True, "svm", {"kernel": "linear", "C": 10.0, **EXACT})]
    + [("wine", True, "svm", {"kernel": "poly", "degree": 2, "coef0": 1.0, **EXACT})]
    + [("wine", True, "svm", {"kernel": "sigmoid", "gamma": "auto", **EXACT})]
    + [("breast_cancer", True, "svm", {"C": 100.0, "gamma": 0.001, "class_weight": "balanced", **EXACT})]
    + [("digits", True, "svm", {"C": 8.0, "gamma": 0.0078125})]
    + [(d, True, "svm", {"probability": "platt", **EXACT}) for d in ("iris", "wine", "breast_cancer")]
    + [("diabetes", s, "svr", {}) for s in (True, False)]
    + [("diabetes", True, "svr", {"C": 100.0, "gamma": 0.01, "epsilon": 10.0, **EXACT})]
    + [("diabetes", True, "svr", {"C": 1.0, "kernel": "linear", **EXACT})]
    + [("diabetes", True, "gaussian_process", {"kernel": k, "length_scale": 3.0, "alpha": 0.5}) for k in ("rbf", "matern")]
    + [("diabetes", True, "gaussian_process", {"kernel": k}) for k in ("rbf", "matern")]
)


WEIGHTED = (
    [("iris", True, "svm", EXACT), ("digits", True, "svm", EXACT)]
    + [(d, True, "svm", {"probability": "platt", **EXACT}) for d in ("wine", "breast_cancer")]
    + [("breast_cancer", True, "svm", {"C": 100.0, "gamma": 0.001, "class_weight": "balanced", **EXACT})]
    + [("diabetes", True, "svr", {"C": 100.0, "gamma": 0.01, "epsilon": 10.0, **EXACT})]
)


def case(data, scaled, model, values, weighted=False):
    d = getattr(datasets, "load_" + data)()
    x = StandardScaler().fit_transform(d.data) if scaled else d.data
    classes = data != "diabetes"
    y = d.target_names[d.target] if classes else d.target  # classes in the order of their names
    folds = list((StratifiedKFold(5) if classes else KFold(5)).split(x, y))
    scores, said = [], None
    for train, test in folds:
        w = {"sample_weight": (1 + 7 * train % 10) / 4} if weighted else {}
        m = MODELS[model](**values).fit(x[train], y[train], **w)
        if said is None:
            said = (m.decision_function if classes else m.predict)(x[test[:ROWS]])
            said = (said[:, None] if said.ndim == 1 else said).tolist()
        p = m.predict(x[test])
        scores.append(float(np.mean(p == y[test]) if classes else np.sqrt(np.mean((p - y[test]) ** 2))))
    kind = {"data": data, "scaled": scaled, "weighted": weighted, "model": model, "values": values}
    return {**kind, "scores": scores, "said": said}


def main():
    cases = [case(*one) for one in CASES] + [case(*one, weighted=True) for one in WEIGHTED]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "cases": cases}, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
