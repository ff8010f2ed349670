"""A replaced study is garbage: the heap of a kernel is flat however often a cell is run.

FETTLE_RERUNS is the number of reruns of a study of 100,000 trials; the claim was tested with 20."""
import os

from kernel_session import KernelTest

RERUNS = int(os.environ.get("FETTLE_RERUNS", "6"))
LEAST = 2
MEGABYTES = 20
CELL = "%%randomsearch big --trials 100000 --live off --plot none --quiet\nx ~ uniform(0, 1)\nk in 1..9\nmode in {sgd, adam}\nminimize loss\nx * k + mode.length()"
USED = "long used() { for (int i = 0; i < 4; i++) System.gc(); return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20; }"


class Memory(KernelTest):
    def test_a_replaced_study_is_garbage(self):
        def check(session, _):
            self.assertIsNone(session.run(USED).error)
            heap = []
            for _ in range(RERUNS + 1):
                result = session.run(CELL)
                self.assertIsNone(result.error, result)
                heap.append(int(session.value("used()")))
            print("%s: MB after each of %d runs of 100,000 trials: %s" % (session.name, len(heap), heap), flush=True)
            self.assertLess(max(heap[LEAST:]) - min(heap[LEAST:]), MEGABYTES, heap)

        self.kernels.each(self, check)
