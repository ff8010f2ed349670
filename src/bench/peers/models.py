"""scikit-learn's randomized search over given points; answers a JSON line with "SECONDS MEAN_ACCURACY"."""
import json
import sys
import time
import warnings

import sklearn
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

warnings.filterwarnings("ignore")
DATA = {"digits": load_digits, "breast_cancer": load_breast_cancer}
MODELS = {
    "random_forest": lambda state: RandomForestClassifier(random_state=state),
    "gradient_tree_boost": lambda state: GradientBoostingClassifier(random_state=state),
    "svm": lambda state: make_pipeline(StandardScaler(), SVC()),
    "knn": lambda state: make_pipeline(StandardScaler(), KNeighborsClassifier()),
}
WORDS = {("max_features", "auto"): "sqrt", ("max_features", "all"): None}

for line in sys.stdin:
    if line.strip() == "version":
        print(sklearn.__version__, flush=True)
        continue
    asked = json.loads(line)
    model = MODELS[asked["model"]](asked["state"])
    prefix = model.steps[-1][0] + "__" if hasattr(model, "steps") else ""
    points = [
        {prefix + name: [WORDS.get((name, value), value)] for name, value in point.items()} for point in asked["points"]
    ]
    search = RandomizedSearchCV(
        model, points, n_iter=len(points), cv=5, scoring="accuracy", n_jobs=asked["workers"], refit=False, random_state=0
    )
    rows, classes = DATA[asked["data"]](return_X_y=True)
    start = time.perf_counter()
    search.fit(rows, classes)
    seconds = time.perf_counter() - start
    print("%.4f %.6f" % (seconds, search.cv_results_["mean_test_score"].mean()), flush=True)
