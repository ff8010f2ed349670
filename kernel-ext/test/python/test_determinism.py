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
