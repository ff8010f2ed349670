"""Writes python_xgboost.json beside it: what the wrapper of Python says, to be compared with ours.

    python python_xgboost.py        needs xgboost 3 and numpy

Numbers fit into 32 bits, a tenth of one column is missing (null), and every second case has weights of rows.
Nothing is left to chance: what a seed means is another thing in each version.
"""
import json
import os

import numpy as np
import xgboost

SETTINGS = [
    dict(n_estimators=20),
    dict(n_estimators=30, learning_rate=0.1, max_depth=3, min_child_weight=5, gamma=0.5, reg_alpha=0.1, reg_lambda=3),
    dict(n_estimators=10, max_depth=0, min_child_weight=10),
]


def made(classes, rng):
    n, p = 160, 4
    x = np.stack([rng.permutation(512)[:n] / 64 for _ in range(p)], axis=1)
    z = np.sin(x[:, 0]) + 0.3 * x[:, 1] + 0.1 * x[:, 1] * (x[:, 2] > 4) + rng.normal(0, 0.6, n)
    y = np.searchsorted(np.quantile(z, np.linspace(0, 1, classes + 1)[1:-1]), z) if classes else np.round(z, 4)
    x[rng.permutation(n)[: n // 10], 2] = np.nan
    return x, y


def cases():
    rng = np.random.default_rng(5)
    for classes in (2, 3, 0):
        for number, settings in enumerate(SETTINGS + ([dict(n_estimators=10, scale_pos_weight=3)] if classes == 2 else [])):
            x, y = made(classes, rng)
            weights = rng.integers(1, 9, len(y)) / 4 if number % 2 else None
            at = rng.integers(0, 512, (40, x.shape[1])) / 64 + 1 / 256
            at[:5, 2] = np.nan
            kind = xgboost.XGBClassifier if classes else xgboost.XGBRegressor
            model = kind(random_state=7, n_jobs=1, tree_method="hist", **settings).fit(x, y, sample_weight=weights)
            said = model.predict_proba(at) if classes else model.predict(at)[:, None]
            yield {"classes": classes, "settings": settings, "x": listed(x), "y": y.tolist(),
                   "weights": None if weights is None else weights.tolist(), "at": listed(at), "said": said.tolist()}


def listed(x):
    return [[None if np.isnan(v) else v for v in row] for row in x.tolist()]


if __name__ == "__main__":
    found = {"xgboost": xgboost.__version__, "cases": list(cases())}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "python_xgboost.json"), "w") as f:
        json.dump(found, f, separators=(",", ":"))
