"""Writes scikit_learn.json beside it: 200 random cases and what scikit-learn scores them; null where it refuses or says NaN.

    python scikit_learn.py        needs scikit-learn 1.9
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

warnings.filterwarnings("ignore")


def classes(rng):
    """Ties, classes without a row, constant predictions, and now and then one class alone."""
    k = int(rng.integers(2, 5))
    n = int(rng.integers(4, 40))
    present = rng.permutation(k)[: rng.integers(1, k + 1)] if rng.random() < 0.3 else np.arange(k)
    y = rng.choice(present, n)
    kind = rng.integers(0, 4)
    if kind == 0:
        p = rng.dirichlet(np.ones(k), n)
    elif kind == 1:
        counts = rng.integers(0, 4, (n, k)) + np.eye(k)[rng.integers(0, k, n)]
        p = counts / counts.sum(axis=1, keepdims=True)
    elif kind == 2:
        p = np.eye(k)[rng.integers(0, k, n)]
    else:
        p = np.tile(rng.dirichlet(np.ones(k)), (n, 1))
    return y, p


def scores(y, p):
    k = p.shape[1]
    labels = list(range(k))
    said = p.argmax(axis=1)
    two = k == 2
    found = {
        "accuracy": lambda: m.accuracy_score(y, said),
        "balanced_accuracy": lambda: m.balanced_accuracy_score(y, said),
        "log_loss": lambda: m.log_loss(y, p, labels=labels),
        "brier": lambda: m.brier_score_loss(y, p[:, 1] if two else p, labels=labels),
        "mcc": lambda: m.matthews_corrcoef(y, said),
        "cohen_kappa": lambda: m.cohen_kappa_score(y, said),
        "roc_auc_ovr": lambda: m.roc_auc_score(y, p[:, 1] if two else p, multi_class="ovr", labels=labels),
        "roc_auc_ovo": lambda: m.roc_auc_score(y, p[:, 1] if two else p, multi_class="ovo", labels=labels),
        "average_precision": lambda: m.average_precision_score(y, p[:, 1] if two else p),
    }
    for name, score in (("f1", m.f1_score), ("precision", m.precision_score), ("recall", m.recall_score)):
        for average in ("macro", "micro", "weighted"):
            found["%s_%s" % (name, average)] = lambda s=score, a=average: s(y, said, average=a)
        if two:
            found[name] = lambda s=score: s(y, said, average="binary")
    if two:
        found["roc_auc"] = lambda: m.roc_auc_score(y, p[:, 1])
    return found


def values(rng):
    n = int(rng.integers(2, 40))
    y = np.round(rng.normal(0, 3, n), int(rng.integers(0, 3)))
    if rng.random() < 0.15:
        y[:] = np.round(y[0])  # the mean of equal decimals may differ from them in the last bit
    said = np.round(y + rng.normal(0, 1, n), 1) if rng.random() < 0.8 else np.full(n, y.mean())
    return y, said


def errors(y, said):
    return {
        "rmse": lambda: m.root_mean_squared_error(y, said),
        "mse": lambda: m.mean_squared_error(y, said),
        "mae": lambda: m.mean_absolute_error(y, said),
        "median_ae": lambda: m.median_absolute_error(y, said),
        "r2": lambda: m.r2_score(y, said),
        "mape": lambda: m.mean_absolute_percentage_error(y, said),
        "explained_variance": lambda: m.explained_variance_score(y, said),
    }


def number(call):
    try:
        v = float(call())
    except ValueError:
        return None
    return v if np.isfinite(v) else None


def main():
    rng = np.random.default_rng(7)
    cases = []
    for _ in range(130):
        y, p = classes(rng)
        cases.append({"y": y.tolist(), "p": p.tolist(), "scores": {k: number(f) for k, f in scores(y, p).items()}})
    for _ in range(70):
        y, said = values(rng)
        cases.append({"values": y.tolist(), "said": said.tolist(), "scores": {k: number(f) for k, f in errors(y, said).items()}})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "cases": cases}, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
