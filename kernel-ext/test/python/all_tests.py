"""Runs every test here; says at the end which took longest, and in the last line counts them."""
import os
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)


class Timed(unittest.TextTestResult):
    """Remembers how long each test took."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.took = []

    def startTest(self, test):
        self.begin = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        self.took.append((time.monotonic() - self.begin, test.id()))


result = unittest.TextTestRunner(verbosity=2, resultclass=Timed).run(unittest.defaultTestLoader.discover(HERE))
for seconds, name in sorted(result.took, reverse=True)[:10]:
    print("%6.1f s  %s" % (seconds, name))
failed = len(result.failures) + len(result.errors)
print("%d passed, %d failed" % (result.testsRun - failed, failed))
sys.exit(1 if failed or not result.testsRun else 0)
