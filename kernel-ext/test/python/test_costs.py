"""What a cell costs beside its trials, in real kernels. The printed figures are the claims, measured on an idle machine; the bounds are
guards against regressions that a loaded one does not break."""
import statistics
import unittest

from kernel_session import Kernels

TWENTY_LINES = """%%randomsearch cost --trials 1 --live off --plot none --quiet
hidden     in {(50), (100), (150), (100, 50)}
activation in {tanh, relu}
solver     in {sgd, adam}
rate       ~ logUniform(1e-4, 1e-1) default 1e-3 if solver == sgd
alpha      ~ logUniform(1e-5, 1e-1)
momentum   ~ uniform(0.5, 0.99)     default 0.9
w[3]       ~ uniform(-1, 1)
scale      = 2.5
require momentum + alpha < 1
minimize loss
double sum = 0;
for (double v : w) {
    sum += v * v * scale;
}
for (int h : hidden) {
    sum += Math.abs(h - 70) * alpha;
}
sum += activation.equals("tanh") ? 0.1 : 0;
return square(sum) + momentum + (solver.equals("sgd") ? rate : 0);
"""
RUN = """%%%%randomsearch share --trials 2000 --jobs 1 --live %s
x ~ uniform(0, 1)
k in 1..9
minimize loss
double sum = 0;
for (int i = 0; i < work; i++) sum += Math.sqrt(i + x);
return sum * k;
"""
CALIBRATE = "long begin = System.nanoTime(); for (int i = 0; i < 50_000_000; i++) kept += Math.sqrt(i + kept); work = (int) (50_000_000 / ((System.nanoTime() - begin) / 1e6));"


class Costs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernels = Kernels()

    @classmethod
    def tearDownClass(cls):
        cls.kernels.close()

    def test_reading_and_compiling_a_cell_of_twenty_lines(self):
        def measure(session, _):
            session.run("double square(double v) { return v * v; }")
            for _ in range(5):
                self.assertIsNone(session.run(TWENTY_LINES).error)
                session.run("1 + 1")
            rounds = [session.run(TWENTY_LINES).seconds - session.run("1 + 1").seconds for _ in range(11)]
            cost = statistics.median(rounds)
            print("%s: reading and compiling 20 lines: %.3f s (median of 11; the quickest %.3f s)" % (session.name, cost, min(rounds)), flush=True)
            self.assertLess(cost, 1.5)

        self.kernels.each(self, measure, "on-17")

    def test_the_share_of_the_live_display(self):
        def measure(session, _):
            session.run("int work = 0; double kept = 0;")
            for _ in range(2):
                self.assertIsNone(session.run(CALIBRATE).error)
                session.run(RUN % "html")
            times = {"html": [], "off": []}
            for i in range(6):
                for live in sorted(times, reverse=i % 2 == 0):
                    result = session.run(RUN % live)
                    self.assertIsNone(result.error, result)
                    times[live].append(result.seconds)
            html, off = statistics.median(times["html"]), statistics.median(times["off"])
            print("%s: 2000 trials take %.2f s with the live display and %.2f s without: %.1f %% (medians of 6)"
                  % (session.name, html, off, 100 * (html / off - 1)), flush=True)
            self.assertLess(html / off, 1.5)

        self.kernels.each(self, measure, "on-17")
