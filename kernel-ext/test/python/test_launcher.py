"""The launcher: what is missing gets one sentence, and what it writes is right."""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import nbformat
from kernel_session import HERE, KernelTest

import benchmarks
import kernels
import tools
from steps import Trouble, executable

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


def fettle(root, *arguments, **env):
    """Runs the launcher with an environment of its own; returns (exit code, standard error)."""
    done = subprocess.run([sys.executable, os.path.join(root, "fettle"), *arguments], capture_output=True, text=True, env=env, timeout=60, cwd=root)
    return done.returncode, done.stderr.strip()


class Launcher(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="fettle launcher ")
        self.root = os.path.join(self.folder, "a clone")
        os.makedirs(os.path.join(self.root, "kernel-ext"))
        shutil.copy(os.path.join(ROOT, "fettle"), self.root)
        shutil.copy(os.path.join(ROOT, "pom.xml"), self.root)
        shutil.copytree(os.path.join(ROOT, "kernel-ext", "launcher"), os.path.join(self.root, "kernel-ext", "launcher"))
        for file in ("names.json", os.path.join("problems", "index.json")):
            os.makedirs(os.path.dirname(os.path.join(self.root, "src", "bench", file)), exist_ok=True)
            shutil.copy(os.path.join(ROOT, "src", "bench", file), os.path.join(self.root, "src", "bench", file))

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def java(self, version, compiler):
        """A folder that looks like a JDK or JRE of a version."""
        home = os.path.join(self.folder, "jdk-" + version)
        os.makedirs(os.path.join(home, "bin"), exist_ok=True)
        with open(os.path.join(home, "release"), "w") as f:
            f.write('JAVA_VERSION="%s"\n' % version)
        for program in ["java"] + (["javac"] if compiler else []):
            path = os.path.join(home, "bin", program)
            with open(path, "w") as f:
                f.write("#!/bin/sh\nexit 1\n")
            os.chmod(path, 0o755)
        return home

    def one_sentence(self, result, *parts):
        code, text = result
        self.assertNotEqual(code, 0)
        self.assertNotIn("Traceback", text)
        for part in parts:
            self.assertIn(part, text)

    def test_no_jdk_a_jre_and_an_old_one_are_told_apart(self):
        def told(*homes):
            original = tools._homes
            tools._homes = lambda: iter(homes)
            try:
                tools.jdk()
            except Trouble as e:
                return str(e)
            finally:
                tools._homes = original
            return "found"

        self.assertIn("JDK (none found) must be installed, 17 or later.", told())
        self.assertIn("JDK (11 in", told(self.java("11.0.2", True)))
        self.assertIn("JDK (8 in", told(self.java("1.8.0_292", True)))
        self.assertIn("must be a JDK with a compiler", told(self.java("21.0.1", False)))
        self.assertEqual("found", told(self.java("17.0.15", True)))

    def said(self, *words):
        """What the launcher says to words that are wrong; nothing is built, since this clone has nothing to build with."""
        code, text = fettle(self.root, *words)
        self.assertEqual(2, code, text)
        self.assertFalse(os.path.exists(os.path.join(self.root, ".fettle")))
        return text.split("fettle: ", 1)[1].splitlines()

    def test_a_wrong_word_is_a_sentence_before_anything_is_built(self):
        whole = "must be a whole number of at least 1."
        for words, sentence in (
            ("lbb", "Command (lbb) must be one of bench, docs, install, lab, run, spark, test, worker. Maybe lab."),
            ("bench irs", "Benchmark (irs) must be one of iris, models, overhead, bayes, genetic, hyperband, quality, faults, workers, asktell, table. Maybe iris."),
            ("bench iris x", "Rounds (x) " + whole),
            ("bench iris 0", "Rounds (0) " + whole),
            ("bench models -3", "Rounds (-3) " + whole),
            ("bench genetic 1.5", "Seeds (1.5) " + whole),
            ("bench iris 1 2", "Word (2) must be left away. Maybe fettle bench iris --help."),
            ("bench asktell 3", "Word (3) must be left away. Maybe fettle bench asktell --help."),
            ("bench quality --samplers tpe,randm", "Sampler (randm) must be one of bayes, cmaes, genetic, grid, random, sobol, swarm, tpe. Maybe random."),
            ("bench faults --only fil", "Faults (fil) must be one of all, file, sqlite, postgresql, study. Maybe file."),
            ("bench quality --first-seed -1", "First seed (-1) must be a whole number of at least 0."),
            ("bench quality --out fettle", "Folder of --out (fettle) must be a folder that may be written."),
            ("docs --out fettle", "Folder of --out (fettle) must be a folder that may be written."),
            ("docs tpe", "Word (tpe) must be left away. Maybe fettle docs --help."),
            ("install --prefix fettle", "Folder of --prefix (fettle) must be a folder that may be written."),
            ("worker study.db", "Study must be given. Maybe the name behind %% in the cell."),
            ("worker study.db s postgresql://me:se@cret@host/db?password=secret",
             "Word (postgresql://me:*******@host/db?password=******) must be left away. Maybe fettle worker --help."),
            ("worker study.db s --jobs 0", "Jobs (0) must be a whole number of at least 1."),
            ("run", "Notebook must be given. Maybe notebooks/01_first_study.ipynb."),
            ("run nope.ipynb", "Notebook (nope.ipynb) must be a file. Maybe notebooks/01_first_study.ipynb."),
            ("lab nope", "Folder (nope) must exist. Maybe mkdir nope."),
            ("lab --prot 3", "Option (--prot) must be one of --help, --no-browser, --port. Maybe --port."),
            ("lab --port", "Option (--port) must have a value."),
            ("lab --port 70000", "Port (70000) must be a whole number from 0 to 65535."),
            ("lab --no-browser=3", "Option (--no-browser) must have no value, and has '3'."),
            ("install --user --prefix here", "Option (--prefix) must not stand beside --user."),
        ):
            with self.subTest(words=words):
                self.assertEqual([sentence], self.said(*words.split()))

    def test_all_that_is_wrong_is_said_at_once(self):
        self.assertEqual(
            ["Option (--alow-errors) must be one of --allow-errors, --help, --kernel, --out. Maybe --allow-errors.",
             "Notebook (%s) must be a Jupyter notebook, which is JSON with cells and an nbformat." % os.path.join(self.root, "fettle"),
             "Kernel (python) must be one of ijava, jjava.",
             "File of --out (/nope/x.ipynb) must be in a folder that exists."],
            self.said("run", os.path.join(self.root, "fettle"), "--kernel", "python", "--out", "/nope/x.ipynb", "--alow-errors"))

    def test_a_notebook_is_looked_for_beside_the_name(self):
        for name in ("wine.ipynb", "iris.ipynb"):
            with open(os.path.join(self.folder, name), "w") as f:
                f.write("[]")
        self.assertIn("must be a file. Maybe %s." % os.path.join(self.folder, "iris.ipynb"), self.said("run", os.path.join(self.folder, "irs.ipynb"))[0])
        self.assertIn("must be a Jupyter notebook", self.said("lab", os.path.join(self.folder, "wine.ipynb"))[0])

    def test_a_port_in_use_is_named(self):
        import socket

        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            s.listen()
            port = s.getsockname()[1]
            self.one_sentence(fettle(self.root, "lab", "--port", str(port)), "Port (%d) must be free." % port)

    def test_a_checkout_that_cannot_be_written_is_named(self):
        with open(os.path.join(self.root, ".fettle"), "w") as f:
            f.write("in the way, for any user")
        self.one_sentence(fettle(self.root, "install", **os.environ), "must be writable", "Maybe copy it to your home directory.")

    def page(self, *words):
        done = subprocess.run([sys.executable, os.path.join(self.root, "fettle"), *words], capture_output=True, encoding="utf-8")
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        return done.stdout

    def test_help_is_there_before_anything_is_built(self):
        overview = self.page("--help")
        for command in ("lab", "run", "install", "test", "bench", "docs"):
            self.assertRegex(overview, r"(?m)^  %s " % command)
            self.assertIn("usage: fettle " + command, self.page(command, "--help"))
        listed = self.page("bench")
        self.assertEqual(listed, self.page("bench", "--help"))
        for benchmark in benchmarks.ALL.values():
            self.assertIn(benchmark.purpose, listed)
            page = self.page("bench", benchmark.name, "--help")
            self.assertIn(benchmark.purpose, page)
            self.assertIn("Time: " + benchmark.time, page)
            self.assertIn("how many, %d if left away" % benchmark.standard if benchmark.count else "usage", page)
        self.assertFalse(os.path.exists(os.path.join(self.root, ".fettle")))

    def test_each_benchmark_is_a_program(self):
        for benchmark in benchmarks.ALL.values():
            path = os.path.join(ROOT, "src", "bench", "main", "java", "dev", "fettle", "bench", *benchmark.java.split(".")) + ".java"
            with open(path, encoding="utf-8") as f:
                self.assertIn("public static void main(String[] arguments)", f.read())

    def test_a_benchmark_gets_a_value_for_each_of_its_words(self):
        self.assertEqual(["100"], benchmarks.chosen("genetic", [])[1])
        self.assertEqual(["2"], benchmarks.chosen("iris", ["2"])[1])
        self.assertEqual([], benchmarks.chosen("asktell", [])[1])
        self.assertEqual("7 --power-cuts 50 --network-cuts 100 --only file,study", " ".join(benchmarks.chosen("faults", ["7", "--only", "file,study", "--network-cuts=100"])[1]))
        words = benchmarks.chosen("quality", ["--problems", "branin,families", "--jobs=1"])[1]
        self.assertEqual("--samplers bayes,tpe,cmaes,random --problems branin,families --seeds 20 --first-seed 0 --budget 100 --jobs 1 --out quality", " ".join(words))

    def test_the_version_is_that_of_the_build(self):
        with open(os.path.join(ROOT, "pom.xml"), encoding="utf-8") as f:
            version = re.search("<version>(.*)</version>", f.read())[1]
        self.assertRegex(self.page("--version"), r"^Fettle %s, .*JDK.*, Python 3\.\d+\.\d+$" % re.escape(version))

    def test_a_kernel_can_be_interrupted_and_knows_its_jars(self):
        home = self.java("25.0.3", True)
        names = set()
        for kind, name in kernels.NAMES.items():
            spec = kernels.spec(kind, home, "/a folder")
            self.assertEqual(spec["interrupt_mode"], "message")
            self.assertRegex(spec["display_name"], r"^%s \+ Fettle \d.* \(Java 25\)$" % name)
            self.assertIn("{connection_file}", spec["argv"])
            self.assertIn(os.path.join("/a folder", "fettle-all.jar"), spec["env"].values())
            self.assertEqual(home, spec["env"]["JAVA_HOME"])
            names.add(spec["display_name"])
        self.assertEqual(2, len(names))

    def test_a_kernel_that_knows_nothing_of_fettle_is_not_offered(self):
        data = os.path.join(self.folder, "share", "jupyter")
        for name in ("java", "python3"):
            os.makedirs(os.path.join(data, "kernels", name))
            open(os.path.join(data, "kernels", name, "jjava.jar"), "w").close()
        before = kernels.jjava_jar(os.path.join(self.folder, "bin", "python"))
        tools.put_aside(self.folder)
        self.assertEqual(["python3"], os.listdir(os.path.join(data, "kernels")))
        after = kernels.jjava_jar(os.path.join(self.folder, "bin", "python"))
        self.assertEqual([False, True], [os.path.exists(before), os.path.exists(after)])

    def test_the_program_of_the_readme_runs_as_it_says(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
            readme = f.read()
        program = re.search(r"(?ms)^```java$\n(.*?)^```$", readme)[1]
        line = re.search(r"(?m)^java -cp (\S+) Example.java$", readme)
        self.assertEqual(os.path.join(ROOT, *line[1].split("/")), kernels.JAR)
        with open(os.path.join(self.folder, "Example.java"), "w", encoding="utf-8") as f:
            f.write(program)
        home = os.environ["FETTLE_JDKS"].split(os.pathsep)[0].split("=", 1)[1]
        done = subprocess.run([executable(os.path.join(home, "bin"), "java"), "-cp", kernels.JAR, "Example.java"], cwd=self.folder, capture_output=True, text=True)
        self.assertIn("It prints `%s`." % done.stdout.strip(), readme, done.stderr)

    def test_a_fresh_checkout_is_built_without_its_tests(self):
        root = os.path.join(self.folder, "fresh")
        for part in ("src", "kernel-ext"):
            shutil.copytree(os.path.join(ROOT, part), os.path.join(root, part), ignore=shutil.ignore_patterns("target", "test", "__pycache__"))
        shutil.copy(os.path.join(ROOT, "pom.xml"), root)
        launcher = os.path.join(root, "kernel-ext", "launcher")
        done = subprocess.run([sys.executable, "-B", "-c", "import kernels; kernels.build()"], cwd=launcher, capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        self.assertTrue(os.path.exists(os.path.join(root, "kernel-ext", "target", "fettle-all.jar")))

    def test_the_pins_are_exact(self):
        for place in ("launcher", os.path.join("test", "python")):
            with open(os.path.join(ROOT, "kernel-ext", place, "requirements.txt")) as f:
                for line in f.read().split():
                    self.assertTrue(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.]+", line), line)


STOPPED = """%%randomsearch slow --trials 1000
x ~ uniform(0, 1)
minimize loss
if (probe.number() == 1) new java.io.FileOutputStream("begun").close();
Thread.sleep(100);
return x;
"""


class StoppedRun(KernelTest):
    def test_an_interrupt_of_the_keyboard_ends_the_cell_politely_and_keeps_what_had_run(self):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in ("1 + 41", STOPPED, "never()")])
        path = os.path.join(self.kernels.folder, "stopped.ipynb")
        nbformat.write(notebook, path)
        name = [n for n in self.kernels.names if n.startswith("jjava")][0]
        begun = os.path.join(self.kernels.folder, "begun")
        os.mkfifo(begun)
        command = [sys.executable, os.path.join(ROOT, "kernel-ext", "launcher", "run_notebook.py"), path, name, path]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1) as run:
            # Opens once the first trial opens it too.
            open(begun).close()
            run.send_signal(signal.SIGINT)
            said, trouble = run.communicate(timeout=60)
        self.assertIn("[1/3] 1 + 41  ok", said)
        self.assertIn("Wrote " + path, said)
        self.assertEqual((1, "fettle: Stopped; what had run is written."), (run.returncode, trouble.strip()))
        first, slow, never = nbformat.read(path, as_version=4).cells
        self.assertEqual("42", first.outputs[0].data["text/plain"])
        self.assertIn("stopped by you", slow.outputs[-1].data["text/plain"])
        self.assertEqual([], never.outputs)
