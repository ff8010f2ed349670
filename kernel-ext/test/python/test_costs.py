"""What a cell costs beside its trials, in real kernels. The printed figures are the claims, measured on an idle machine; the bounds are
guards against regressions that a loaded one does not break."""
import statistics

from kernel_session import SMALL, KernelTest, Session

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
WATCH = """class Watch extends Thread {
    final java.util.Map<Long, Double> cpu = new java.util.concurrent.ConcurrentHashMap<>();
    { setDaemon(true); }
    public void run() {
        var all = java.lang.management.ManagementFactory.getThreadMXBean();
        while (true) {
            for (long id : all.getAllThreadIds()) {
                var info = all.getThreadInfo(id);
                if (info != null && info.getThreadName().equals("fettle-live")) cpu.merge(id, all.getThreadCpuTime(id) / 1e9, Math::max);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
    double sum() { return cpu.values().stream().mapToDouble(v -> v).sum(); }
}"""
RUNS = {"1000 trials of a function": """%%randomsearch share --trials 1000
x ~ uniform(0, 1)
k in 1..9
minimize loss
double sum = 0;
for (int i = 0; i < 500_000; i++) sum += Math.sqrt(i + x);
return sum * k;
""", "the Iris grid": """%%gridsearch share --model mlp --data iris --target species --cv 5 --test 0.2
hidden_layer_sizes in {(50), (100), (150)}
activation         in {tanh, relu}
solver             in {sgd, adam}
alpha              in {0.0001, 0.001, 0.01}
learning_rate      in {constant, adaptive}
"""}


class Costs(KernelTest):
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

        self.kernels.each(self, measure)

    def test_the_share_of_the_live_display(self):
        """By the processor's time of the thread that draws: the times of two whole runs differ by more than it takes."""
        def measure(session, _):
            self.assertIsNone(session.run(WATCH).error)
            self.assertIsNone(session.run("Watch watch = new Watch(); watch.start();").error)
            for what, cell in RUNS.items():
                session.run(cell)
                shares = []
                for _ in range(3):
                    before = float(session.value("watch.sum()"))
                    result = session.run(cell)
                    self.assertIsNone(result.error, result)
                    shares.append((float(session.value("watch.sum()")) - before) / result.seconds)
                print("%s: the live display of %s takes %.1f %% of a core (median of 3)" % (session.name, what, 100 * statistics.median(shares)), flush=True)
                self.assertLess(0, min(shares), "the thread that draws was not seen")
                self.assertLess(statistics.median(shares), 0.1)

        self.kernels.each(self, measure)

    def test_the_extension_adds_little_to_the_start(self):
        for name in self.kernels.names:
            bare, _ = self.kernels.bare(name)
            times = {bare: [], name: []}
            for _ in range(3):
                for kernel in times:
                    session = Session(kernel)
                    begin = session.run("1 + 1").seconds
                    times[kernel].append(session.start_seconds + begin)
                    session.close()
            added = statistics.median(times[name]) - statistics.median(times[bare])
            print("%s: %.2f s to the first result, of which Fettle %.2f s (medians of 3)" % (name, statistics.median(times[name]), added))
            self.assertLess(added, 3, "a bound against regressions; the figure above is the claim")

    def test_the_first_frame_comes_at_once_in_a_warm_kernel(self):
        def first(session, _):
            session.run(SMALL)
            median = statistics.median(session.run(SMALL).first for _ in range(5))
            print("%s: first frame after %.3f s (median of 5)" % (session.name, median))
            self.assertLess(median, 1, "a bound against regressions; the figure above is the claim")

        self.kernels.each(self, first)
