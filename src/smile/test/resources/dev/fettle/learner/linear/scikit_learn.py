"""Writes scikit_learn.json beside it: what scikit-learn's linear models predict and score, on the data sets that come with it.

    python scikit_learn.py        needs scikit-learn 1.9

Features are standardised over all rows unless said otherwise; the folds are the five that are not shuffled; `said` is what the model of the first
fold says of the first of its test rows. Where a case is weighted, row i counts (1 + 7·i mod 10) / 4 in a training.
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import datasets
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
ROWS = 20
SETS = ("iris", "wine", "breast_cancer", "digits")


def logistic(C=1.0, penalty="l2", class_weight="none", max_iter=100, tol=1e-4):
    return LogisticRegression(
        C=C if penalty == "l2" else np.inf,
        class_weight=None if class_weight == "none" else class_weight,
        max_iter=max_iter,
        tol=tol,
    )


def lda(solver="svd", shrinkage="none", tol=1e-4):
    return LinearDiscriminantAnalysis(solver=solver, shrinkage=None if shrinkage == "none" else shrinkage, tol=tol)


MODELS = {
    "logistic": logistic,
    "naive_bayes": GaussianNB,
    "lda": lda,
    "qda": QuadraticDiscriminantAnalysis,
    "ridge": Ridge,
    "lasso": Lasso,
    "elastic_net": ElasticNet,
}
EXACT = {"tol": 1e-9, "max_iter": 20000}
CLASSES = (
    [("logistic", {}), ("logistic", EXACT), ("logistic", {"C": 0.01, "class_weight": "balanced", **EXACT})]
    + [("naive_bayes", {}), ("naive_bayes", {"var_smoothing": 0.1})]
    + [("lda", {}), ("lda", {"solver": "lsqr", "shrinkage": 0.3}), ("qda", {"reg_param": 0.1})]
)
VALUES = (
    [("ridge", {}), ("ridge", {"alpha": 100.0}), ("ridge", {"alpha": 0.0})]
    + [("lasso", {}), ("lasso", EXACT), ("lasso", {"alpha": 0.01, **EXACT})]
    + [("elastic_net", {}), ("elastic_net", {"alpha": 0.1, "l1_ratio": 0.8, **EXACT})]
)
ALONE = [
    ("iris", "qda", {}),
    ("wine", "qda", {}),
    ("iris", "lda", {"solver": "lsqr"}),
    ("breast_cancer", "logistic", {"class_weight": "balanced", **EXACT}),
] + [(d, "lda", {"solver": "lsqr", "shrinkage": "auto"}) for d in SETS]


WEIGHTED = (
    [("iris", "logistic", EXACT), ("breast_cancer", "logistic", {"C": 0.01, "class_weight": "balanced", **EXACT})]
    + [("wine", "naive_bayes", {}), ("wine", "naive_bayes", {"var_smoothing": 0.1})]
    + [("diabetes", "ridge", {}), ("diabetes", "ridge", {"alpha": 0.0})]
    + [("diabetes", "lasso", EXACT), ("diabetes", "elastic_net", {"alpha": 0.1, "l1_ratio": 0.8, **EXACT})]
)


def case(data, model, values, weighted=False):
    d = getattr(datasets, "load_" + data)()
    # Of the scaled digits some column is constant in a fold, and its mean is rounded: scikit-learn takes it for 3e-18 wide.
    scaled = (data, model) != ("digits", "lda")
    x = StandardScaler().fit_transform(d.data) if scaled else d.data
    classes = data != "diabetes"
    y = d.target_names[d.target] if classes else d.target  # classes in the order of their names
    folds = list((StratifiedKFold(5) if classes else KFold(5)).split(x, y))
    scores, said = [], None
    for train, test in folds:
        w = {"sample_weight": (1 + 7 * train % 10) / 4} if weighted else {}
        m = MODELS[model](**values).fit(x[train], y[train], **w)
        if said is None:
            said = (m.predict_proba(x[test[:ROWS]]) if classes else m.predict(x[test[:ROWS]])[:, None]).tolist()
        p = m.predict(x[test])
        scores.append(float(np.mean(p == y[test]) if classes else np.sqrt(np.mean((p - y[test]) ** 2))))
    kind = {"data": data, "scaled": scaled, "weighted": weighted, "model": model, "values": values}
    return {**kind, "scores": scores, "said": said}


def main():
    cases = [case(d, m, v) for d in SETS for m, v in CLASSES]
    cases += [case("diabetes", m, v) for m, v in VALUES]
    cases += [case(*one) for one in ALONE]
    cases += [case(*one, weighted=True) for one in WEIGHTED]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "cases": cases}, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
