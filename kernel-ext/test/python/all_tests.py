"""Runs every test here, or those of the files that are named; the last line counts them.

Files run two at a time, each in a process of its own, the longest first; those that measure something run alone behind them."""
import concurrent.futures
import glob
import os
import re
import subprocess
import sys
import time
import unittest

import kernel_ports
from kernel_session import kernels

HERE = os.path.dirname(os.path.abspath(__file__))
LONG = ("test_notebooks_ijava", "test_notebooks_jjava", "test_determinism", "test_journal")
ALONE = ("test_costs", "test_interrupts")
sys.path.insert(0, HERE)


class Timed(unittest.TextTestResult):
    """Tells how long each test took."""

    def startTest(self, test):
        self.begin = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.stream.writeln("    %.1f s" % (time.monotonic() - self.begin))


def here(files):
    """Runs the tests of files in this process; how many passed and failed."""
    tests = unittest.defaultTestLoader.loadTestsFromNames(files)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Timed).run(tests)
    failed = len(result.failures) + len(result.errors)
    return max(result.testsRun - failed, 0), failed


def apart(numbered):
    """Runs the tests of a file in a process of its own, which has ports of its own."""
    number, file = numbered
    env = {**os.environ, kernel_ports.VARIABLE: str(number)}
    done = subprocess.run([sys.executable, "-B", __file__, file], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
    print(done.stdout, end="", flush=True)
    counts = re.search(r"^(\d+) passed, (\d+) failed$", done.stdout, re.MULTILINE)
    return (int(counts[1]), int(counts[2])) if counts else (0, 1)


def everywhere():
    kernels.spark_home()
    names = sorted(os.path.splitext(os.path.basename(path))[0] for path in glob.glob(os.path.join(HERE, "test_*.py")))
    files = list(enumerate(sorted(names, key=lambda name: name not in LONG)))
    with concurrent.futures.ThreadPoolExecutor(2) as pairs:
        counts = list(pairs.map(apart, [f for f in files if f[1] not in ALONE]))
    counts += map(apart, [f for f in files if f[1] in ALONE])
    return tuple(map(sum, zip(*counts)))


if __name__ == "__main__":
    passed, failed = here(sys.argv[1:]) if len(sys.argv) > 1 else everywhere()
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(1 if failed or not passed else 0)
