"""Optuna's HyperbandPruner on given learning curves: the first line has them, each further one asks for a study and is
answered with the epochs until a trial with all of them reached the target, or "never". Points come in the order given."""
import json
import math
import sys

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def run(rungs, curves, seed, target, order):
    pruner = optuna.pruners.HyperbandPruner(min_resource=rungs[0], max_resource=rungs[-1], reduction_factor=3)
    study = optuna.create_study(
        study_name=f"seed {seed}", direction="maximize", sampler=optuna.samplers.RandomSampler(seed), pruner=pruner
    )
    epochs = 0
    for point in order:
        trial = study.ask()
        state = optuna.trial.TrialState.COMPLETE
        for rung, score in zip(rungs, curves[point]):
            spent = rung
            if math.isnan(score):
                state = optuna.trial.TrialState.FAIL
                break
            # It looks at these steps alone; reports between them change nothing.
            trial.report(score, rung)
            if rung == rungs[-1]:
                break
            if trial.should_prune():
                state = optuna.trial.TrialState.PRUNED
                break
        epochs += spent
        complete = state == optuna.trial.TrialState.COMPLETE
        if complete and score >= target:
            return str(epochs)
        study.tell(trial, score if complete else None, state)
    return "never"


for line in sys.stdin:
    if line.strip() == "version":
        print(optuna.__version__, flush=True)
        continue
    asked = json.loads(line)
    if "curves" in asked:
        known = {"rungs": asked["rungs"], "curves": [[float(s) for s in curve] for curve in asked["curves"]]}
        print("ok", flush=True)
    else:
        print(run(**known, **asked), flush=True)
