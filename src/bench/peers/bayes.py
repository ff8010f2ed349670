"""bayes_opt on scikit-learn's net and Iris, 10 + 100 trials; answers "WORKERS STATE" with "SECONDS OPTIMISER_SECONDS BEST_ACCURACY"."""
import sys
import time
import warnings

import bayes_opt
from sklearn.datasets import load_iris
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
HIDDEN = {"50": (50,), "100": (100,), "150": (150,), "100-50": (100, 50)}
# It has no logarithmic scale.
SPACE = {
    "hidden": tuple(HIDDEN),
    "activation": ("tanh", "relu"),
    "log10_alpha": (-5.0, -1.0),
    "momentum": (0.5, 0.99),
}
X, _, y, _ = train_test_split(*load_iris(return_X_y=True), test_size=0.2, random_state=42)


def run(workers, state):
    spent = []

    def accuracy(hidden, activation, log10_alpha, momentum):
        start = time.perf_counter()
        net = MLPClassifier(HIDDEN[str(hidden)], activation=str(activation), alpha=10**log10_alpha,
                            momentum=momentum, random_state=state)
        value = cross_val_score(net, X, y, cv=5, scoring="accuracy", n_jobs=workers).mean()
        spent.append(time.perf_counter() - start)
        return value

    search = bayes_opt.BayesianOptimization(accuracy, SPACE, random_state=state, verbose=0, allow_duplicate_points=True)
    start = time.perf_counter()
    search.maximize(init_points=10, n_iter=100)
    seconds = time.perf_counter() - start
    return seconds, seconds - sum(spent), search.max["target"]


for line in sys.stdin:
    if line.strip() == "version":
        print(bayes_opt.__version__, flush=True)
        continue
    workers, state = map(int, line.split())
    print("%.4f %.4f %.6f" % run(workers, state), flush=True)
