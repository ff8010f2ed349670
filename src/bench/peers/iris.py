"""scikit-learn's grid search on Iris; answers "WORKERS STATE" with "SECONDS MEAN_ACCURACY"."""
import sys
import time
import warnings

import sklearn
from sklearn.datasets import load_iris
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
GRID = {
    "hidden_layer_sizes": [(50,), (100,), (150,)],
    "activation": ["tanh", "relu"],
    "solver": ["sgd", "adam"],
    "alpha": [0.0001, 0.001, 0.01],
    "learning_rate": ["constant", "adaptive"],
}
X, _, y, _ = train_test_split(*load_iris(return_X_y=True), test_size=0.2, random_state=42)

for line in sys.stdin:
    if line.strip() == "version":
        print(sklearn.__version__, flush=True)
        continue
    workers, state = map(int, line.split())
    search = GridSearchCV(MLPClassifier(random_state=state), GRID, cv=5, scoring="accuracy", n_jobs=workers, refit=False)
    start = time.perf_counter()
    search.fit(X, y)
    seconds = time.perf_counter() - start
    print("%.4f %.6f" % (seconds, search.cv_results_["mean_test_score"].mean()), flush=True)
