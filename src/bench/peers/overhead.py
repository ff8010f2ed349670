"""Optuna's ask + tell on an objective that costs nothing, in memory; answers "SAMPLER TRIALS" with microseconds a trial."""
import json
import os
import sys
import time

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "..", "problems", "mlp_wine.json")) as f:
    PARAMS = json.load(f)["params"]
SAMPLERS = {"random": optuna.samplers.RandomSampler, "tpe": optuna.samplers.TPESampler}


def suggest(trial, q):
    if q["type"] == "categorical":
        return trial.suggest_categorical(q["name"], q["choices"])
    if q["type"] == "int":
        return trial.suggest_int(q["name"], q["low"], q["high"], log=bool(q.get("log")))
    return trial.suggest_float(q["name"], q["low"], q["high"], log=bool(q.get("log")))


def micros(sampler, trials):
    study = optuna.create_study(direction="minimize", sampler=SAMPLERS[sampler](seed=0))
    start = time.perf_counter()
    for _ in range(trials):
        trial = study.ask()
        x = {q["name"]: suggest(trial, q) for q in PARAMS}
        study.tell(trial, abs(x["hidden"] - 40) / 40 + x["alpha"])
    return 1e6 * (time.perf_counter() - start) / trials


for line in sys.stdin:
    if line.strip() == "version":
        print(optuna.__version__, flush=True)
        continue
    name, count = line.split()
    print("%.3f" % micros(name, int(count)), flush=True)
