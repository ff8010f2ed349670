"""Optuna's ask + tell on objectives that cost nothing, in memory but where a file is named.

"SAMPLER TRIALS" is answered with the mean microseconds of a trial, and so is "SAMPLER TRIALS FILE", where the study is kept in that
file of SQLite; "SAMPLER SPACE TOLD ASKS", space reals or mixed, with
median and mean microseconds of the last 21 of so many asks, without the objective, behind so many random points."""
import json
import os
import random
import statistics
import sys
import time
import warnings

import optuna

warnings.filterwarnings("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)
HERE = os.path.dirname(os.path.abspath(__file__))
WINDOW = 21


def problem(name):
    with open(os.path.join(HERE, "..", "problems", name + ".json")) as f:
        return json.load(f)


def hartmann6(x):
    total = 0
    for alpha, a, centre in zip(HARTMANN["alpha"], HARTMANN["A"], HARTMANN["P"]):
        total -= alpha * 2.718281828459045 ** -sum(a[i] * (x["x%d" % (i + 1)] - centre[i]) ** 2 for i in range(6))
    return total


def mixed(x):
    return abs(x["hidden"] - 40) / 40 + x["alpha"]


PARAMS = problem("mlp_wine")["params"]
HARTMANN = problem("hartmann6")["constants"]
SPACES = {"reals": (problem("hartmann6")["params"], hartmann6), "mixed": (PARAMS, mixed)}
SAMPLERS = {
    "random": optuna.samplers.RandomSampler,
    "tpe": optuna.samplers.TPESampler,
    "gp": optuna.samplers.GPSampler,
    "cmaes": optuna.samplers.CmaEsSampler,
}


def suggest(trial, q):
    if q["type"] == "categorical":
        return trial.suggest_categorical(q["name"], q["choices"])
    if q["type"] == "int":
        return trial.suggest_int(q["name"], q["low"], q["high"], log=bool(q.get("log")))
    return trial.suggest_float(q["name"], q["low"], q["high"], log=bool(q.get("log")))


def distribution(q):
    if q["type"] == "categorical":
        return optuna.distributions.CategoricalDistribution(q["choices"])
    if q["type"] == "int":
        return optuna.distributions.IntDistribution(q["low"], q["high"], log=bool(q.get("log")))
    return optuna.distributions.FloatDistribution(q["low"], q["high"], log=bool(q.get("log")))


def micros(sampler, trials, storage=None):
    start = time.perf_counter()
    study = optuna.create_study(direction="minimize", sampler=SAMPLERS[sampler](seed=0), storage=storage)
    for _ in range(trials):
        trial = study.ask()
        x = {q["name"]: suggest(trial, q) for q in PARAMS}
        study.tell(trial, mixed(x))
    return 1e6 * (time.perf_counter() - start) / trials


def told(params, loss, count):
    """A study that has heard of so many random points."""
    distributions = {q["name"]: distribution(q) for q in params}
    study = optuna.create_study(direction="minimize", sampler=optuna.samplers.RandomSampler(seed=1))
    for _ in range(count):
        trial = study.ask(distributions)
        study.tell(trial, loss(trial.params))
    return study


def latencies(sampler, space, count, asks):
    params, loss = SPACES[space]
    study = told(params, loss, count)
    study.sampler = SAMPLERS[sampler](seed=0)
    spent = []
    for _ in range(asks):
        start = time.perf_counter()
        trial = study.ask()
        x = {q["name"]: suggest(trial, q) for q in params}
        asked = time.perf_counter()
        value = loss(x)
        evaluated = time.perf_counter()
        study.tell(trial, value)
        spent.append(1e6 * (time.perf_counter() - evaluated + asked - start))
    return spent[-WINDOW:]


for line in sys.stdin:
    words = line.split()
    if words == ["version"]:
        print(optuna.__version__, flush=True)
    elif len(words) == 2:
        print("%.3f" % micros(words[0], int(words[1])), flush=True)
    elif len(words) == 3:
        print("%.3f" % micros(words[0], int(words[1]), "sqlite:///" + words[2]), flush=True)
    else:
        spent = latencies(words[0], words[1], int(words[2]), int(words[3]))
        print("%.3f %.3f" % (statistics.median(spent), statistics.mean(spent)), flush=True)
