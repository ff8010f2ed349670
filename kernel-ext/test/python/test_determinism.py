"""The same seed gives the same table, in every kernel and for any number of jobs."""
import unittest

from kernel_session import Kernels, Session

JAVA = """%%%%randomsearch same --trials 60 --seed 11 --jobs %d %s
x ~ uniform(-2, 2)
k in 1..6
mode in {sgd, adam}
w[2] ~ logUniform(1e-3, 1)
minimize loss
if (k == 5 && x > 0) throw new IllegalArgumentException("k must not be 5");
if (k == 3) Thread.sleep(12);
if (k == 2 && x > 1) return Double.NaN;
return x * x + k + w[0] + (mode.equals("sgd") ? 0.1 : 0);
"""
MODEL = """%%%%randomsearch same --model mlp --data iris --target species --cv 3 --test 0.2 --trials 8 --seed 5 --jobs %d %s
hidden_layer_sizes in {(5), (8), (6, 4)}
alpha ~ logUniform(1e-5, 1e-1)
solver in {sgd, adam}
max_iter = 20
"""
RUNGS = MODEL.replace("randomsearch", "hyperband").replace("--trials 8", "--max 9 --trials 22").replace("max_iter = 20\n", "")
STEPS = """%%%%randomsearch same --trials 40 --seed 11 --jobs %d %s
x ~ uniform(-2, 2)
minimize loss
double way = x;
for (int i = 1; i <= 20; i++) {
    way *= 0.7;
    if (!probe.report(i, way * way + 0.01 * x)) return way;
}
return way * way + 0.01 * x;
"""
SLOPE = """%%%%gradient same --steps 6 --seed 11 --jobs %d %s
x ~ uniform(-2, 2) default 1
w[2] ~ logUniform(1e-3, 1)
minimize loss
x * x + w[0] * w[1] + w[1]
"""
HYPERGRADIENT = """%%%%gradient same --model mlp --data iris --target species --cv 3 --steps 4 --seed 5 --jobs %d %s
hidden_layer_sizes = (5)
learning_rate_init ~ logUniform(1e-4, 1e-1) default 1e-2
alpha ~ logUniform(1e-5, 1e-1) default 1e-3
max_iter = 20
"""
TABLE = 'same.table().removeColumns("seconds").write().toString("csv")'
# What is run, and between which numbers of trials it must end for the test to say something.
RUNS = {
    "plain": (JAVA, "", 60, 60),
    "Sobol": (JAVA, "--qmc", 60, 60),
    "until": (JAVA, "--until 1.5", 3, 59),
    "patience": (JAVA, "--patience 10", 11, 59),
    "bayesopt": (JAVA.replace("randomsearch", "bayesopt"), "", 60, 60),
    "bayesopt in batches": (JAVA.replace("randomsearch", "bayesopt"), "--batch 4", 60, 60),
    "tpe": (JAVA.replace("randomsearch", "tpe"), "", 60, 60),
    "cmaes": (JAVA.replace("randomsearch", "cmaes"), "", 60, 60),
    "genetic": (JAVA.replace("randomsearch", "genetic"), "--population 20", 60, 60),
    "nsga2": (JAVA.replace("randomsearch", "genetic"), "--method nsga2 --population 20", 60, 60),
    "swarm": (JAVA.replace("randomsearch", "swarm"), "--particles 20", 60, 60),
    "mlp": (MODEL, "", 8, 8),
    "hyperband": (RUNGS, "", 22, 22),
    "ASHA": (RUNGS, "--method asha", 22, 22),
    "BOHB": (RUNGS, "--sampler tpe", 22, 22),
    "median": (STEPS, "--prune median", 40, 40),
    "race of folds": (MODEL, "--prune folds", 8, 8),
    "gradient": (SLOPE, "", 49, 49),
    "hypergradient": (HYPERGRADIENT, "", 9, 9),
}


class Determinism(unittest.TestCase):
    def test_one_table_for_every_kernel_jdk_and_number_of_jobs(self):
        kernels = Kernels()
        tables = {what: {} for what in RUNS}
        try:
            for name in kernels.names:
                session = Session(name)
                for what, (cell, options, least, most) in RUNS.items():
                    for jobs in (1, 2, 8):
                        result = session.run(cell % (jobs, options))
                        self.assertIsNone(result.error, result)
                        rows = int(session.value("same.history().size()"))
                        self.assertTrue(least <= rows <= most, "%s: %d trials" % (what, rows))
                        tables[what].setdefault(session.value(TABLE), []).append("%s, %d jobs" % (name, jobs))
                session.close()
        finally:
            kernels.close()
        for what, found in tables.items():
            with self.subTest(what):
                print("%s: %d distinct table(s) of %d" % (what, len(found), sum(map(len, found.values()))), flush=True)
                self.assertEqual(len(found), 1, list(found.values()))
        self.assertIn("failed", next(iter(tables["plain"])))
