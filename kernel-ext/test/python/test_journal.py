"""A kernel is killed at any moment of a study with a journal; the same cell in the next kernel ends with the table that would have been.

FETTLE_KILLS is the number of kills in each kernel; the methods take turns."""
import os
import shutil
import signal
import tempfile
import time

from kernel_session import KernelTest, Session

KILLS = int(os.environ.get("FETTLE_KILLS", "3"))
JAVA = """x ~ uniform(-2, 2) default 1
k in 1..6
w[2] ~ logUniform(1e-3, 1)
minimize loss
if (k == 5 && x > 0) throw new IllegalArgumentException("k must not be 5");
if (k == 3) Thread.sleep(12);
return x * x + k + w[0];
"""
SLOPE = "x ~ uniform(-2, 2) default 1\nw[2] ~ logUniform(1e-3, 1)\nminimize loss\nx * x + w[0] * w[1] + w[1]\n"
NET = """hidden_layer_sizes in {(5), (8), (6, 4)}
alpha ~ logUniform(1e-5, 1e-1)
solver in {sgd, adam}
"""
METHODS = {
    "grid": ("gridsearch", "", "x in 1..20\nk in 1..6\nminimize loss\nif (k == 3) Thread.sleep(12);\nreturn x * k % 7;\n"),
    "random": ("randomsearch", "--trials 60", JAVA),
    "bayes": ("bayesopt", "--trials 30", JAVA),
    "tpe": ("tpe", "--trials 60", JAVA),
    "cmaes": ("cmaes", "--trials 60", JAVA),
    "genetic": ("genetic", "--trials 60 --population 20", JAVA),
    "swarm": ("swarm", "--trials 60 --particles 20", JAVA),
    "gradient": ("gradient", "--steps 6", SLOPE),
    "hyperband": ("hyperband", "--model mlp --data iris --target species --cv 3 --max 9 --trials 22", NET),
}
TABLE = 's.table().removeColumns("seconds").write().toString("csv")'


class Journal(KernelTest):
    def test_a_killed_kernel_loses_nothing(self):
        def check(session, rng):
            folder = tempfile.mkdtemp(prefix="fettle journals ")
            try:
                self.kills(session, rng, folder)
            finally:
                shutil.rmtree(folder)

        self.kernels.each(self, check)

    def kills(self, session, rng, folder):
        names = sorted(METHODS)
        rng.shuffle(names)
        for number in range(KILLS):
            name = names[number % len(names)]
            magic, options, body = METHODS[name]
            cell = "%%%%%s s --jobs %d %s%%s\n%s" % (magic, 1 + number % 3, options, body)
            whole = session.run(cell % "")
            self.assertIsNone(whole.error, whole)
            table = session.value(TABLE)
            kept = cell % (" --journal %s" % os.path.join(folder, "%d.db" % number))
            share = rng.random()
            read = self.killed(session.name, kept, share * whole.seconds)
            again = session.run(kept)
            where = "%s, %s killed at %.2f of %.2f s, %s" % (session.name, name, share, whole.seconds, read)
            self.assertIsNone(again.error, where)
            self.assertEqual(session.value(TABLE), table, where)
            print("%s: the table is the same; %s" % (where, [line for line in again.shown.splitlines() if line.startswith("Journal")]), flush=True)

    def killed(self, kernel, cell, moment):
        """Kills another kernel of the same kind so long after the cell began to show something."""
        session = Session(kernel)
        try:
            started = session.start(cell)
            session.first_output(started)
            time.sleep(moment)  # the moment of the kill is the input of this test
            os.kill(session.manager.provisioner.pid, signal.SIGKILL)
            return "pid %d" % session.manager.provisioner.pid
        finally:
            session.close()
