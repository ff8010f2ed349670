"""Makes optuna.db, a file of the real Optuna: pip install optuna; python make.py"""
import os

import optuna

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "optuna.db")


def main():
    if os.path.exists(FILE):
        os.remove(FILE)
    storage = optuna.storages.RDBStorage("sqlite:///" + FILE)
    net = optuna.create_study(storage=storage, study_name="net", direction="maximize", sampler=optuna.samplers.RandomSampler(seed=1))

    def objective(trial):
        x = trial.suggest_float("x", -1, 1)
        alpha = trial.suggest_float("alpha", 1e-5, 1e-1, log=True)
        units = trial.suggest_int("units", 16, 128, step=16)
        solver = trial.suggest_categorical("solver", ["sgd", "adam", None, True, 2, 0.5])
        if trial.number == 3:
            raise ValueError("three")
        if trial.number == 5:
            raise optuna.TrialPruned()
        if trial.number == 7:
            return float("inf")
        return -x * x + units / 1000 + (solver == "adam") + alpha

    net.optimize(objective, n_trials=12, catch=(ValueError,))
    net.enqueue_trial({"x": 0.5})
    net.ask({"x": optuna.distributions.FloatDistribution(-1, 1)})
    two = optuna.create_study(storage=storage, study_name="two goals", directions=["minimize", "maximize"], sampler=optuna.samplers.RandomSampler(seed=2))
    two.set_metric_names(["loss", "speed"])
    two.optimize(lambda t: (t.suggest_float("x", 0, 1), 0.5), n_trials=3)
    optuna.create_study(storage=storage, study_name="empty")
    for trial in net.trials:
        print(trial.number, trial.state.name, trial.values, trial.params)


if __name__ == "__main__":
    main()
