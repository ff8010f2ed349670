"""Writes scikit_learn.json beside it: 200 random cases, every second with weights, what scikit-learn scores them (null where
it refuses or says NaN), and which scores it warns of.

    python scikit_learn.py        needs scikit-learn 1.9
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

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


def weights(rng, n):
    """Some of them 0, but not all."""
    w = np.round(rng.exponential(1, n), 2) * (rng.random(n) < 0.8)
    w[rng.integers(0, n)] = 1.5
    return w


def scores(y, p, w):
    k = p.shape[1]
    labels = list(range(k))
    said = p.argmax(axis=1)
    two = k == 2
    found = {
        "accuracy": lambda: m.accuracy_score(y, said, sample_weight=w),
        "balanced_accuracy": lambda: m.balanced_accuracy_score(y, said, sample_weight=w),
        "log_loss": lambda: m.log_loss(y, p, labels=labels, sample_weight=w),
        "brier": lambda: m.brier_score_loss(y, p[:, 1] if two else p, labels=labels, sample_weight=w),
        "mcc": lambda: m.matthews_corrcoef(y, said, sample_weight=w),
        "cohen_kappa": lambda: m.cohen_kappa_score(y, said, sample_weight=w),
        "roc_auc_ovr": lambda: m.roc_auc_score(y, p[:, 1] if two else p, multi_class="ovr", labels=labels, sample_weight=w),
        "roc_auc_ovo": lambda: m.roc_auc_score(y, p[:, 1] if two else p, multi_class="ovo", labels=labels, sample_weight=w),
        "average_precision": lambda: m.average_precision_score(y, p[:, 1] if two else p, sample_weight=w),
    }
    for name, score in (("f1", m.f1_score), ("precision", m.precision_score), ("recall", m.recall_score)):
        for average in ("macro", "micro", "weighted"):
            found["%s_%s" % (name, average)] = lambda s=score, a=average: s(y, said, average=a, sample_weight=w)
        if two:
            found[name] = lambda s=score: s(y, said, average="binary", sample_weight=w)
    if two:
        found["roc_auc"] = lambda: m.roc_auc_score(y, p[:, 1], sample_weight=w)
    return found


def values(rng):
    n = int(rng.integers(2, 40))
    y = np.round(rng.normal(0, 3, n), int(rng.integers(0, 3)))
    if rng.random() < 0.15:
        y[:] = np.round(y[0])  # the mean of equal decimals may differ from them in the last bit
    said = np.round(y + rng.normal(0, 1, n), 1) if rng.random() < 0.8 else np.full(n, y.mean())
    return y, said


def errors(y, said, w):
    return {
        "rmse": lambda: m.root_mean_squared_error(y, said, sample_weight=w),
        "mse": lambda: m.mean_squared_error(y, said, sample_weight=w),
        "mae": lambda: m.mean_absolute_error(y, said, sample_weight=w),
        "median_ae": lambda: m.median_absolute_error(y, said, sample_weight=w),
        "r2": lambda: m.r2_score(y, said, sample_weight=w),
        "mape": lambda: m.mean_absolute_percentage_error(y, said, sample_weight=w),
        "explained_variance": lambda: m.explained_variance_score(y, said, sample_weight=w),
    }


def number(call):
    """The score, and whether scikit-learn warned of it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            v = float(call())
        except ValueError:
            return None, False
    # Where rounding is all the variance that equal targets have, a quotient of it is no score.
    return (v if np.isfinite(v) and abs(v) < 1e15 else None), any(issubclass(c.category, UserWarning) for c in caught)


def case(target, said, calls, w):
    found = {name: number(call) for name, call in calls.items()}
    weighted = {} if w is None else {"w": w.tolist()}
    return {
        **target,
        **said,
        **weighted,
        "scores": {name: score for name, (score, _) in found.items()},
        "warned": [name for name, (_, warned) in found.items() if warned],
    }


def main():
    rng = np.random.default_rng(7)
    chance = np.random.default_rng(8)
    cases = []
    for i in range(130):
        y, p = classes(rng)
        if i % 13 == 0:
            y[:] = y[0]
            p = np.eye(p.shape[1])[y] if i % 26 == 0 else p
        w = weights(chance, len(y)) if i % 2 else None
        cases.append(case({"y": y.tolist()}, {"p": p.tolist()}, scores(y, p, w), w))
    for i in range(70):
        y, said = values(rng)
        w = weights(chance, len(y)) if i % 2 else None
        cases.append(case({"values": y.tolist()}, {"said": said.tolist()}, errors(y, said, w), w))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "cases": cases}, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
