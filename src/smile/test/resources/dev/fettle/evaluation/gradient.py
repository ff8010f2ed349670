"""Writes gradient.json beside it: mean scores over five folds, not shuffled, and their derivatives by ln C of a logistic regression and by
ln alpha of a ridge regression, on features standardised by the training rows of each fold.

    python gradient.py        needs scikit-learn 1.9

Written down otherwise than the code that is tested: the logistic loss has a weight for each class, and the intercept of the last of them is
fixed at 0; derivatives come from the loss of the rows held out through the adjoint of the Hessian, and are compared here with central
differences of Newton's minima.
"""
import json
import os

import numpy as np
from sklearn import datasets
from sklearn.model_selection import KFold, StratifiedKFold


def standardised(train, test):
    mean, deviation = train.mean(0), train.std(0)
    return (train - mean) / deviation, (test - mean) / deviation




def logistic(train, y, test, held, c):
    """Mean of -ln p over the training rows + |W|^2 / (2 C n); of two classes as with one weight vector, the first one's being 0."""
    (n, p), k = train.shape, y.max() + 1
    free = range(k) if k > 2 else [1]
    penalty = 1 / (c * n)
    # For each free weight what it adds to the scores: [rows, k, parameters]
    def design(x):
        columns = []
        for j in free:
            for f in range(p):
                d = np.zeros((len(x), k))
                d[:, j] = x[:, f]
                columns.append(d)
        for j in range(k - 1) if k > 2 else [1]:
            d = np.zeros((len(x), k))
            d[:, j] = 1
            columns.append(d)
        return np.stack(columns, 2)

    a, at = design(train), design(test)
    decay = np.zeros(a.shape[2])
    decay[: len(free) * p] = penalty
    theta = np.zeros(a.shape[2])

    def softmax(z):
        e = np.exp(z - z.max(1, keepdims=True))
        return e / e.sum(1, keepdims=True)

    def value(theta):
        z = a @ theta
        return np.mean(np.log(np.exp(z - z.max(1, keepdims=True)).sum(1)) + z.max(1) - z[np.arange(n), y]) + decay @ theta**2 / 2

    for _ in range(60):
        s = softmax(a @ theta)
        r = s.copy()
        r[np.arange(n), y] -= 1
        g = np.einsum("nk,nkd->d", r, a) / n + decay * theta
        sa = s[:, :, None] * a
        mean = sa.sum(1)
        h = (np.einsum("nkd,nke->de", sa, a) - mean.T @ mean) / n + np.diag(decay)
        step = np.linalg.solve(h, g)
        t = 1.0
        while value(theta - t * step) > value(theta) + 1e-15 and t > 1e-9:
            t /= 2
        theta = theta - t * step
    s = softmax(at @ theta)
    m = len(held)
    score = -np.mean(np.log(s[np.arange(m), held]))
    s[np.arange(m), held] -= 1
    adjoint = np.linalg.solve(h, np.einsum("nk,nkd->d", s, at) / m)
    return score, adjoint @ (decay * theta)


def ridge(train, y, test, held, alpha):
    mean = y.mean()
    h = train.T @ train + alpha * np.eye(train.shape[1])
    w = np.linalg.solve(h, train.T @ (y - mean))
    miss = test @ w + mean - held
    adjoint = np.linalg.solve(h, 2 * test.T @ miss / len(held))
    return np.mean(miss**2), -alpha * adjoint @ w


def case(name, model, folds, value):
    data = getattr(datasets, "load_" + name)()

    def mean(v):
        parts = []
        for train, test in folds.split(data.data, data.target):
            x, held = standardised(data.data[train], data.data[test])
            parts.append(model(x, data.target[train], held, data.target[test], v))
        return np.array(parts)

    here = mean(value)
    step = 1e-3
    near = [mean(value * np.exp(i * step)).mean(0)[0] for i in (-2, -1, 1, 2)]
    difference = (near[0] - 8 * near[1] + 8 * near[2] - near[3]) / (12 * step)
    score, slope = here.mean(0)
    assert abs(difference - slope) < 1e-8 * max(1, abs(slope)), (name, value, difference, slope)
    return {"data": name, "model": model.__name__, "value": value, "score": score, "slope": slope, "first": list(here[0])}


def main():
    cases = []
    for name in ("iris", "breast_cancer"):
        for c in (0.01, 1 / 12, 1.0, 25 / 3, 100.0):
            cases.append(case(name, logistic, StratifiedKFold(5), c))
    for alpha in (1e-3, 1.0, 100.0, 1e4):
        cases.append(case("diabetes", ridge, KFold(5), alpha))
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gradient.json")
    with open(path, "w") as out:
        json.dump({"cases": cases}, out, indent=1)
        out.write("\n")


main()
