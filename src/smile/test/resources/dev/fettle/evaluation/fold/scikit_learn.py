"""Writes scikit_learn.json beside it: 80 random cases and how scikit-learn splits them; null where it refuses.

    python scikit_learn.py        needs scikit-learn 1.9
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn import model_selection as s

warnings.filterwarnings("ignore")


def case(rng):
    """Uneven classes, some of them rare, in any order or in runs; groups and fold numbers with gaps."""
    n = int(rng.integers(6, 60))
    classes = int(rng.integers(2, 13 if rng.random() < 0.2 else 5))
    y = rng.choice(classes, n, p=rng.dirichlet(np.ones(classes) * 2))
    if rng.random() < 0.3:
        y = np.sort(y)
    groups = rng.choice(int(rng.integers(2, 20)), n) * 3 - 4
    return {
        "y": y.tolist(),
        "groups": groups.tolist(),
        "numbers": rng.integers(-1, int(rng.integers(1, 5)), n).tolist(),
        "k": int(rng.integers(2, 13 if rng.random() < 0.2 else 7)),
        "gap": int(rng.integers(0, 4)),
        "share": round(float(rng.uniform(0.05, 0.6)), 2),
        "seed": int(rng.integers(0, 2**32)),
    }


def split(splitter, c):
    """Training and test rows of each fold."""
    folds = splitter.split(np.zeros(len(c["y"])), c["y"], c["groups"])
    return [[train.tolist(), test.tolist()] for train, test in folds]


def tests(splitter, c):
    """Test rows of each fold, where all others train."""
    folds = split(splitter, c)
    assert all(train == sorted(set(range(len(c["y"]))) - set(test)) for train, test in folds)
    return [test for _, test in folds]


def holdout(c, y):
    return [r.tolist() for r in s.train_test_split(
        np.arange(len(c["y"])), test_size=c["share"], random_state=c["seed"], stratify=y)]


def splits(c):
    k, seed = c["k"], c["seed"]
    return {
        "stratified": lambda: tests(s.StratifiedKFold(k), c),
        "stratified, shuffled": lambda: tests(s.StratifiedKFold(k, shuffle=True, random_state=seed), c),
        "stratified, repeated": lambda: tests(s.RepeatedStratifiedKFold(n_splits=k, n_repeats=3, random_state=seed), c),
        "plain": lambda: tests(s.KFold(k), c),
        "plain, shuffled": lambda: tests(s.KFold(k, shuffle=True, random_state=seed), c),
        "plain, repeated": lambda: tests(s.RepeatedKFold(n_splits=k, n_repeats=3, random_state=seed), c),
        "group": lambda: tests(s.GroupKFold(k), c),
        "group, stratified": lambda: tests(s.StratifiedGroupKFold(k), c),
        "time": lambda: split(s.TimeSeriesSplit(k, gap=c["gap"]), c),
        "leave one out": lambda: tests(s.LeaveOneOut(), c),
        "numbered": lambda: tests(s.PredefinedSplit(c["numbers"]), c),
        "holdout": lambda: holdout(c, None),
        "holdout, stratified": lambda: holdout(c, c["y"]),
        "holdout, group": lambda: split(s.GroupShuffleSplit(1, test_size=c["share"], random_state=seed), c)[0],
    }


def found(call):
    try:
        return call()
    except ValueError:
        return None


def main():
    rng = np.random.default_rng(11)
    cases = []
    for _ in range(80):
        c = case(rng)
        cases.append({**c, "splits": {name: found(call) for name, call in splits(c).items()}})
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "scikit_learn.json"), "w") as f:
        json.dump({"scikit-learn": sklearn.__version__, "cases": cases}, f, separators=(",", ":"))


if __name__ == "__main__":
    main()
