"""Mutated cells in real kernels: each ends with a report or a message, and the session is as it was.

FETTLE_MUTATIONS is the number of cells for each kernel and JDK; the claim was tested with 100."""
import os
import random

from cell_mutations import GOOD, mutated
from kernel_session import KernelTest

COUNT = int(os.environ.get("FETTLE_MUTATIONS", "16"))
SEED = int(os.environ.get("FETTLE_SEED", "7"))
BOUND = 10
RAW = ["\tat ", "Exception in thread", "A fault of Fettle", "reading the cell", "EvalException"]
BEFORE = [
    "double shift = 3;", "int count = 9;", "double[] levels = {1, 2};", "double f(Point p) { return p.real(\"x\"); }", "int[] sentinel = {42};",
    "%%randomsearch kept --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx",
]


class Mutations(KernelTest):
    def test_each_cell_ends_with_a_report_or_a_message_and_the_session_is_as_it_was(self):
        self.kernels.each(self, self.many)

    def many(self, session, _):
        for line in BEFORE:
            self.assertIsNone(session.run(line).error, line)
        table = session.value('kept.table().write().toString("csv")')
        times, reports, faults = [], 0, []
        for number in range(COUNT):
            cell = mutated(GOOD[number % len(GOOD)], random.Random("%d %d" % (SEED, number)))
            result = session.run(cell)
            times.append((result.seconds, cell))
            reports += result.error is None
            found = self.wrong(cell, result)
            if found:
                faults.append("%s, seed %d, number %d: %s; cell:\n%s\n%s" % (session.name, SEED, number, found, cell, result))
                print(faults[-1], flush=True)
        print("%s: %d cells, %d with a report, median %.2f s, the slowest %.2f s: %r"
              % (session.name, COUNT, reports, sorted(times)[COUNT // 2][0], *max(times)), flush=True)
        self.assertEqual(faults, [])
        self.assertTrue(session.usable())
        self.assertEqual(session.value('kept.table().write().toString("csv")'), table)
        self.assertEqual(session.value("sentinel[0] + kept.history().size()"), "45")
        self.assertLess(max(times)[0], BOUND, "the claim is a second on an idle machine")

    def wrong(self, cell, result):
        """What is wrong with the end of a cell, or nothing."""
        if not result.shown.strip():
            return "nothing shown"
        if result.error and "search: " not in result.error:
            return "the error is %s" % result.error
        raw = [r for r in RAW if r in result.shown]
        return "shown is %s" % raw if raw else None
