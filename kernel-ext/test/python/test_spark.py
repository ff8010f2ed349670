"""Trials of a cell on Spark: with executors in processes of their own, and with a master and two workers as a cluster has them."""
import contextlib
import os
import re
import subprocess
import tempfile
import threading

from kernel_session import KernelTest, Session, crossed, jdks, kernels

MEMORY = 1024
CONTEXT = """import org.apache.spark.*;
SparkContext spark = new SparkContext(new SparkConf().setMaster("%s").setAppName("test").set("spark.ui.enabled", "false")
    .set("spark.driver.host", "127.0.0.1").set("spark.executor.memory", "1g").set("spark.executor.heartbeatInterval", "1s")
    .set("spark.task.reaper.enabled", "true").set("spark.task.reaper.killTimeout", "5s"));"""
DECLARED = """double[] w = {3, 1, 4, 1, 5, 9};
record Row(double a, int b) {}
List<Row> rows = List.of(new Row(1, 2), new Row(3, 4));
int scale = 2;
class Layer { static double bias = 0.5; static double of(double v) { return Math.max(0, v) + bias; } }
double square(double v) { return v * v * scale; }
var table = dev.fettle.data.Bundled.table("iris");
Thread bad = new Thread();"""
CELL = """%%%%randomsearch s --trials 24 --journal none %s
x ~ uniform(-2, 2)
k in 1..6
minimize loss
if (k == 6 && x > 0) throw new IllegalArgumentException("k must not be 6");
return square(x) + w[k - 1] * rows.get(k %% 2).a() + Layer.of(x) + table.doubleColumn(0).mean();
"""
MODEL = """%%%%randomsearch s --model mlp --data iris --target species --cv 3 --trials 6 --seed 5 --journal none %s
hidden_layer_sizes in {(5), (8), (6, 4)}
alpha ~ logUniform(1e-5, 1e-1)
max_iter = 20
"""
BAD = "%%randomsearch t --trials 4 --on spark --journal none\nx ~ uniform(0, 1)\nminimize loss\nbad == null ? x : bad.getPriority() * x"
ITSELF = "%%randomsearch t --trials 4 --on spark --journal none\nx ~ uniform(0, 1)\nminimize loss\nx * SparkContext.getOrCreate().defaultParallelism()"
TABLE = 's.table().removeColumns("seconds").write().toString("csv")'


class Master:
    """A master and two workers of one core each, from the jars that ./fettle spark brings."""

    def __init__(self, home, folder):
        self.java = os.path.join(home, "bin", "java")
        self.folder = folder
        self.running = []
        try:
            self.begin()
        except BaseException:
            self.close()
            raise

    def begin(self):
        self.address = self.start("master.Master", "--host", "127.0.0.1", "--port", "0", "--webui-port", "0", answer=r"(spark://127\.0\.0\.1:\d+)")
        for number in "12":
            self.start("worker.Worker", "--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", "%dm" % (2 * MEMORY),
                       "--work-dir", os.path.join(self.folder, number), self.address, answer="Successfully registered with master")

    def start(self, name, *words, answer):
        """Starts a process, and waits for what it says when it is ready."""
        environment = {**os.environ, **kernels.spark_environment(), "JAVA_HOME": os.path.dirname(os.path.dirname(self.java))}
        command = [self.java, "-cp", os.path.join(kernels.SPARK, "jars", "*"), "org.apache.spark.deploy." + name, *words]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, cwd=self.folder)
        lines = []
        for line in process.stdout:
            lines.append(line)
            found = re.search(answer, line)
            if found:
                # What is not read would stop it one day.
                reader = threading.Thread(target=process.stdout.read, daemon=True)
                reader.start()
                self.running.append((process, reader))
                return found[0]
        process.stdout.close()
        raise AssertionError("".join(lines))

    def close(self):
        for process, reader in reversed(self.running):
            process.kill()
            process.wait()
            reader.join()
            process.stdout.close()


class Spark(KernelTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not os.path.exists(kernels.SPARK):
            kernels.spark_home()

    def test_a_cell_there_is_the_cell_here(self):
        masters = ["spark://", "local-cluster[2,1,%d]" % MEMORY]
        for name, master in crossed(self.kernels.names, masters):
            with self.subTest(kernel=name, master=master), contextlib.closing(Session(name)) as session:
                self.before(session)
                if master != "spark://":
                    self.check(session, master)
                    continue
                version = int(name.rsplit("-", 1)[1])
                with tempfile.TemporaryDirectory(prefix="fettle workers ") as folder, contextlib.closing(Master(dict(jdks())[version], folder)) as cluster:
                    self.check(session, cluster.address)

    def before(self, session):
        """What is missing is said, one thing after the other."""
        for line in DECLARED.splitlines():
            self.assertIsNone(session.run(line).error, line)
        self.says(session, CELL % "--on spark", "./fettle spark")
        self.assertRegex(session.run("%tune spark").shown, r"^Spark 4\.2\.0 is on the class path, \d+ jars\.$")
        self.says(session, CELL % "--on ray", "Option --on (ray)")

    def check(self, session, master):
        self.says(session, CELL % "--on spark", "this kernel has no SparkContext")
        context = session.run(CONTEXT % master)
        self.assertIsNone(context.error, context)
        for cell in (CELL, MODEL):
            tables = []
            for on in ("--jobs 2", "--on spark"):
                result = session.run(cell % on)
                self.assertIsNone(result.error, result)
                tables.append(session.value(TABLE))
            self.assertRegex(result.shown, r"(?m)^Evaluated on Spark 4\.2\.0, .*, up to 2 trials at once\.$")
            self.assertEqual(*tables)
        self.assertIn("failed", tables[0] + session.run("%tune failures s").shown)
        self.assertIsNone(session.run("scale = 3;").error)
        here, there = [session.run(CELL % on).error or session.value(TABLE) for on in ("--jobs 2", "--on spark")]
        self.assertEqual(here, there)
        self.says(session, BAD, "Variable (bad) must hold what can be sent to another JVM, and java.lang.Thread cannot")
        self.says(session, ITSELF, "Objective must not use Spark itself")
        self.assertIsNone(session.run("spark.stop();").error)

    def says(self, session, cell, part):
        result = session.run(cell)
        self.assertIsNotNone(result.error, result)
        self.assertIn(part, result.shown)
