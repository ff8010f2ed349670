"""A kernel is killed at any moment of a study with a journal; the same cell in the next kernel ends with the table that would have been.

FETTLE_KILLS is the number of kills in each kernel; the methods take turns."""
import os
import random
import re
import signal
import tempfile
import time
from contextlib import closing

from kernel_session import KernelTest, Session, kernels

KILLS = int(os.environ.get("FETTLE_KILLS", "2"))
JAVA = """x ~ uniform(-2, 2) default 1
k in 1..6
w[2] ~ logUniform(1e-3, 1)
minimize loss
if (k == 5 && x > 0) throw new IllegalArgumentException("k must not be 5");
Thread.sleep(k == 3 ? 100 : 40);
return x * x + k + w[0];
"""
SLOPE = "x ~ uniform(-2, 2) default 1\nw[2] ~ logUniform(1e-3, 1)\nminimize loss\nThread.sleep(40);\nreturn x * x + w[0] * w[1] + w[1];\n"
NET = """hidden_layer_sizes in {(5), (8), (6, 4)}
alpha ~ logUniform(1e-5, 1e-1)
solver in {sgd, adam}
"""
METHODS = {
    "grid": ("gridsearch", "", "x in 1..20\nk in 1..6\nminimize loss\nThread.sleep(k == 3 ? 60 : 25);\nreturn x * k % 7;\n"),
    "random": ("randomsearch", "--trials 60", JAVA),
    "bayes": ("bayesopt", "--trials 30", JAVA),
    "tpe": ("tpe", "--trials 60", JAVA),
    "cmaes": ("cmaes", "--trials 60", JAVA),
    "genetic": ("genetic", "--trials 60 --population 20", JAVA),
    "swarm": ("swarm", "--trials 60 --particles 20", JAVA),
    "gradient": ("gradient", "--steps 6", SLOPE),
    "hyperband": ("hyperband", "--model mlp --data iris --target species --cv 3 --max 27 --trials 60", NET),
}
NOTHING = "finished 0 of 0"
TABLE = 's.table().removeColumns("seconds").write().toString("csv")'


class Journal(KernelTest):
    def test_a_killed_kernel_loses_nothing(self):
        for kernel in self.kernels.names:
            with self.subTest(kernel=kernel):
                self.kills(kernel, random.Random(kernel))

    def test_where_nothing_native_may_load_it_is_a_text_file(self):
        text = cell("random", "")
        for kernel in [name for name in self.kernels.names if name.endswith("-on-25")]:
            with self.subTest(kernel=kernel):
                table = self.whole(kernel, "random", 1)[0]
                with closing(Session(self.kernels.altered(kernel, "denied", denied))) as session:
                    result = session.run(text)
                    self.assertIsNone(result.error, result)
                    self.assertRegex(result.shown, r"(?m)^Journal .fettle.s\.journal\.$")
                    self.assertRegex(result.shown, r"(?m)^The journal is the text file .fettle.s\.journal: .*native access")
                    self.assertEqual(session.value(TABLE), table)

    def kills(self, kernel, rng):
        names = sorted(METHODS)
        rng.shuffle(names)
        whole, goes_on = {}, 0
        for number in range(KILLS):
            name, jobs = names[number % len(names)], rng.randint(1, 3)
            whole[name, jobs] = whole.get((name, jobs)) or self.whole(kernel, name, jobs)
            table, seconds = whole[name, jobs]
            self.assertEqual(table, next(t for (same, _), (t, _) in whole.items() if same == name), name)
            goes_on += self.kill(kernel, name, jobs, rng.random() * seconds, table)
        print("%s: %d kills, %d of them within a study, each table the same." % (kernel, KILLS, goes_on), flush=True)

    def whole(self, kernel, name, jobs):
        """The table of a run without a journal, and how long its trials took."""
        with closing(Session(kernel)) as session:
            result = session.run(cell(name, "--journal none --jobs %d" % jobs))
            self.assertIsNone(result.error, result)
            return session.value(TABLE), float(re.search(r"([0-9.]+) s, seed", result.shown)[1])

    def kill(self, kernel, name, jobs, moment, table):
        """Whether the next kernel goes on; the cell names no journal, and finds that of the kernel that was killed."""
        where = "%s, %s with %d jobs killed after %.2f s" % (kernel, name, jobs, moment)
        text = cell(name, "--jobs %d" % jobs)
        with tempfile.TemporaryDirectory(prefix="fettle journals ") as folder:
            self.killed(kernel, folder, text, moment)
            with closing(Session(kernel, folder)) as session:
                state, kept = re.findall(r"(killed|finished) +(\d+) of ", session.run("%tune studies").shown + NOTHING)[0]
                again = session.run(text)
                self.assertIsNone(again.error, where)
                self.assertEqual(session.value(TABLE), table, where)
                read = re.findall(r"(?m)^Journal .*: (\d+) trials? read", again.shown)
                # A kernel that dies between its last trial and its report leaves a finished study, which is read too.
                self.assertIn(read, [[kept]] if state == "killed" else [[], [kept]], where)
                print("%s: the table is the same, %s trials read." % (where, "".join(read) or "no"), flush=True)
                return len(read)

    def killed(self, kernel, folder, text, moment):
        """Kills a kernel so long after the cell began to count trials."""
        with closing(Session(kernel, folder)) as session:
            session.await_shown(session.start(text), r"\d+/\d+ \(")
            time.sleep(moment)  # the moment of the kill is the input of this test
            os.kill(session.manager.provisioner.pid, signal.SIGKILL)


def denied(spec):
    """A kernel.json under which no library of C may be loaded."""
    return dict(spec, argv=[word.replace(kernels.NATIVE, "--illegal-native-access=deny") for word in spec["argv"]])


def cell(name, words):
    magic, options, body = METHODS[name]
    return "%%" + " ".join([magic, "s", words, options]) + "\n" + body
