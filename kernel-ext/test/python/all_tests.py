"""Runs every test here; the last line counts them."""
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

result = unittest.TextTestRunner(verbosity=2).run(unittest.defaultTestLoader.discover(HERE))
failed = len(result.failures) + len(result.errors)
print("%d passed, %d failed" % (result.testsRun - failed, failed))
sys.exit(1 if failed or not result.testsRun else 0)
