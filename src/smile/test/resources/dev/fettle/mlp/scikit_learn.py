"""Writes weights.json beside it: trainings of scikit-learn's perceptrons in which rows count differently.

    python scikit_learn.py        needs scikit-learn 1.9

Each begins at the weights that are written with it; rows are not shuffled.
"""
import json
import os
import warnings

import numpy as np
import sklearn
from sklearn.datasets import load_iris
from sklearn.neural_network import MLPClassifier, MLPRegressor

warnings.filterwarnings("ignore")
X, LABELS = load_iris(return_X_y=True)
X, LABELS = X[::5], LABELS[::5]
WEIGHTS = np.round(np.random.RandomState(3).uniform(0.1, 4, len(X)), 3)


def trace(name, model, y, **params):
    """The first weights are those of a training of the same random state at a rate that moves nothing."""
    settings = dict(hidden_layer_sizes=(6,), shuffle=False, random_state=0, tol=1e-7, alpha=0.5, **params)
    start = model(**{**settings, "solver": "sgd", "learning_rate_init": 1e-300, "max_iter": 1}).fit(X, y)
    net = model(**settings).fit(X, y, sample_weight=WEIGHTS)
    said = net.predict_proba(X) if hasattr(net, "predict_proba") else net.predict(X)[:, None]
    return {
        "name": name,
        "params": params,
        "y": y.tolist(),
        "coefs": [c.tolist() for c in start.coefs_],
        "intercepts": [i.tolist() for i in start.intercepts_],
        "loss": float(net.loss_),
        "said": said.tolist(),
    }


TRACES = [
    trace("three classes", MLPClassifier, LABELS, solver="adam", activation="tanh", batch_size=8, max_iter=40),
    trace("two classes", MLPClassifier, (LABELS > 1) * 1, solver="sgd", learning_rate_init=0.05, max_iter=40),
    trace("values", MLPRegressor, X[:, 3], solver="adam", activation="tanh", learning_rate_init=0.01, max_iter=40),
]
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "weights.json")
with open(TARGET, "w") as file:
    json.dump({"scikit-learn": sklearn.__version__, "x": X.tolist(), "weights": WEIGHTS.tolist(), "trainings": TRACES}, file)
