"""The commands behind ./fettle."""
import contextlib
import os
import socket
import sys
import urllib.parse

import benchmarks
import kernels
import tools
from steps import ROOT, VERSION, WINDOWS, Trouble, attend, executable, lock, say, stamp
from words import Mistake, Words, folder, folder_or_notebook, given, hidden, notebook, one_of, split, whole, writable

NOTEBOOKS = os.path.join(ROOT, "notebooks")
TESTS_TAKE = "about forty minutes on two cores, and a few more where the tools are to be brought"


def _ready():
    """Everything a notebook needs; returns the interpreter."""
    with lock():
        tools.jdk()
        interpreter = tools.python()
        home = kernels.build()
        kernels.install(os.path.dirname(os.path.dirname(interpreter)), list(kernels.NAMES), interpreter, home)
    return interpreter


def _free(port):
    """A port that JupyterLab can take now."""
    number = whole("Port", 0, 65535)(port)
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", number))
        except OSError:
            raise Mistake("Port (%d) must be free. Maybe leave --port away: JupyterLab then looks for one." % number)
    return number


def lab(words):
    """open JupyterLab on the tutorials, or on notebooks of your own"""
    words, jupyter = split(words)
    parser = Words("lab", "Opens JupyterLab on a folder, or on a notebook and its folder; without either on the tutorials.",
                   "What stands behind -- goes to JupyterLab as it is:\n  fettle lab work -- --ip 0.0.0.0 --IdentityProvider.token=SECRET")
    parser.word("where", metavar="FOLDER|NOTEBOOK", nargs="?", check=folder_or_notebook)
    parser.word("--port", metavar="N", check=_free, help="JupyterLab looks for a free one if left away")
    parser.word("--no-browser", action="store_true", help="only print the address, which holds the token")
    args = parser.read(words)
    interpreter = _ready()
    where = os.path.abspath(args.where or NOTEBOOKS)
    root, file = (where, "") if os.path.isdir(where) else os.path.split(where)
    command = [interpreter, "-m", "jupyterlab", "--ServerApp.root_dir", root]
    command += ["--LabApp.default_url", "/lab/tree/" + urllib.parse.quote(file)] if file else []
    command += ["--ServerApp.port", str(args.port)] if args.port is not None else []
    command += ["--no-browser"] if args.no_browser else []
    # In a container one is often root, and JupyterLab then refuses to start unless told that this is meant.
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return attend(command + jupyter, cwd=root)


def run(words):
    """run a notebook without a browser; writes the executed notebook and an HTML page"""
    parser = Words("run", "Runs the cells of a notebook one after the other, in the folder where it lies, and says how each ended. The notebook itself is not changed.")
    parser.word("notebook", metavar="NOTEBOOK", nargs="?", default="", check=notebook)
    parser.word("--kernel", metavar="NAME", default="ijava", check=one_of("Kernel", list(kernels.NAMES)), help="ijava or jjava (%(default)s)")
    parser.word("--out", metavar="FILE", check=writable("File of --out"), help="a notebook, or a page if FILE ends in .html (NOTEBOOK.executed.ipynb and .html in this folder if left away)")
    parser.word("--allow-errors", action="store_true", help="go on behind a cell that fails")
    args = parser.read(words)
    name = os.path.splitext(os.path.basename(args.notebook))[0] + ".executed"
    out = [args.out] if args.out else [writable("File")(name + end) for end in (".ipynb", ".html")]
    interpreter = _ready()
    script = os.path.join(ROOT, "kernel-ext", "launcher", "run_notebook.py")
    command = [interpreter, script, os.path.abspath(args.notebook), "fettle-" + args.kernel] + [os.path.abspath(path) for path in out]
    return attend(command + (["--allow-errors"] if args.allow_errors else []))


def _data_dir():
    """Where Jupyter looks for a user's kernels, by its documentation."""
    if os.environ.get("JUPYTER_DATA_DIR"):
        return os.environ["JUPYTER_DATA_DIR"]
    home = os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Jupyter")
    if WINDOWS:
        return os.path.join(os.environ.get("APPDATA", home), "jupyter")
    return os.path.join(os.environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"), "jupyter")


def install(words):
    """add the kernels to a Jupyter that you already have"""
    parser = Words("install", "Adds the two kernels to a Jupyter that you already have.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--user", action="store_true", help="for this user (the default)")
    where.add_argument("--prefix", metavar="DIR", help="into an environment, such as a venv")
    parser.word("--kernel", metavar="NAME", check=one_of("Kernel", list(kernels.NAMES)), help="ijava or jjava (both if left away)")
    parser.check("prefix", folder("Folder of --prefix"))
    args = parser.read(words)
    with lock():
        tools.jdk()
        interpreter = tools.python()
        home = kernels.build()
        wanted = [args.kernel] if args.kernel else list(kernels.NAMES)
        if args.prefix:
            folders = kernels.install(os.path.abspath(args.prefix), wanted, interpreter, home)
        else:
            folders = kernels.install_data(_data_dir(), wanted, interpreter, home)
    for kernel, place in zip(wanted, folders):
        print("%s is in %s" % (kernels.display_name(kernel, home), place))
    return 0


def spark(words):
    """bring Apache Spark, for notebooks whose trials run there"""
    parser = Words("spark", "Brings Apache Spark's jars, and ours that goes with them, to .fettle/spark, and says how a notebook gets them. Only notebooks that ask for them have them.\n\nTime: a minute; 220 MB.")
    parser.read(words)
    with lock():
        home = kernels.spark()
    print("Spark is in %s. In a notebook of ./fettle lab, or of ./fettle install from now on:\n\n  %%tune spark\n\nIn any other:\n\n  %%classpath %s/*.jar\n  %%classpath %s/fettle-spark.jar" % (home, os.path.join(home, "jars"), home))
    return 0


def test(words):
    """all tests, with real kernels (= mvn verify)"""
    words, maven_words = split(words)
    parser = Words("test", "Runs all tests, with the launcher and every notebook in real kernels, as mvn verify with profile strict does.\n\nTime: %s." % TESTS_TAKE, "What stands behind -- goes to Maven as it is:\n  fettle test -- -pl src/engine")
    parser.word("maven", metavar="MAVEN-ARGUMENT", nargs="*")
    args = parser.read(words)
    if not args.maven and not maven_words:
        print("All tests take %s." % TESTS_TAKE, flush=True)
    with lock():
        home = tools.jdk()
        interpreter = tools.test_python()
        maven = tools.maven()
    env = tools.java_environment(home)
    env["FETTLE_JDKS"] = os.pathsep.join("%d=%s" % pair for pair in tools.jdks())
    command = [maven, "-B", "-ntp", "-Pstrict", "verify", "-Dfettle.python=" + interpreter] + args.maven + maven_words
    return attend(command, cwd=ROOT, env=env)


def bench(words):
    """measure against the peers; without a name it lists what there is"""
    if not words or words[0] in ("-h", "--help"):
        print(benchmarks.overview())
        return 0
    benchmark, arguments = benchmarks.chosen(words[0], words[1:])
    jar = os.path.join(ROOT, "src", "bench", "target", "fettle-bench-all.jar")
    # What a benchmark prints is its answer, a protocol even, so what leads up to it goes elsewhere.
    with contextlib.redirect_stdout(sys.stderr), lock():
        home = tools.jdk()
        peers = tools.python("bench-python", "src/bench/requirements.txt") if benchmark.peers else None

        def make():
            kernels.run("Benchmarks (Maven)", [tools.maven(), "-B", "-DskipTests", "-pl", "src/bench", "-am", "package"],
                        tools.NETWORK, env=tools.java_environment(home))

        stamp("bench", kernels.sources() + home, make)
        if not os.path.exists(jar):
            make()
    env = tools.java_environment(home)
    env.update(FETTLE_BENCH_PYTHON=peers or sys.executable, FETTLE_BENCH_HOME=os.path.join(benchmarks.BENCH, "peers"))
    command = [executable(os.path.join(home, "bin"), "java"), *benchmark.jvm, "-cp", jar, "dev.fettle.bench." + benchmark.java]
    return attend(command + arguments, env=env)


def docs(words):
    """write the documentation as pages that open in a browser"""
    parser = Words("docs", "Writes a page for each search method, each statistic of a report, the options, %tune and the plots, and says where the first one is. They need no network.\n\nTime: seconds; the first run builds Fettle, two minutes.")
    parser.word("--out", metavar="DIR", check=folder("Folder of --out"), help="where the pages go (src/docs/target/site if left away)")
    args = parser.read(words)
    target = os.path.join(ROOT, "src", "docs", "target")
    jar = os.path.join(target, "fettle-docs-all.jar")
    with contextlib.redirect_stdout(sys.stderr), lock():
        home = tools.jdk()

        def make():
            kernels.run("Documentation (Maven)", [tools.maven(), "-B", "-DskipTests", "-Dmaven.test.skip=true", "-pl", "src/docs", "-am", "package"],
                        tools.NETWORK, env=tools.java_environment(home))

        stamp("docs", kernels.sources() + home + str(os.path.exists(jar) and os.path.exists(kernels.JAR)), make)
        if not (os.path.exists(jar) and os.path.exists(kernels.JAR)):
            make()
    command = [executable(os.path.join(home, "bin"), "java"), "-Djava.awt.headless=true", "-cp", jar + os.pathsep + kernels.JAR, "dev.fettle.docs.Docs"]
    return attend(command + [ROOT, os.path.abspath(args.out or os.path.join(target, "site"))])


def worker(words):
    """help with a study that a notebook has begun, on this computer or another"""
    parser = Words("worker", "Works on a study of a journal until it ends, with any number of others; the table is the same. Ctrl-C gives back what runs here.",
                   "The cell, on the first computer:\n  %%gridsearch iris72 --journal postgresql://me@host/db …\nand on each of the others:\n  fettle worker postgresql://me@host/db iris72\nA password may be in PGPASSWORD or in ~/.pgpass, where nobody sees it.\n\nThe study brings its code and its data along. A worker runs that code with your rights:\nhelp only studies of journals whose writers you trust.")
    parser.word("journal", metavar="URL|FILE", nargs="?", default="", check=given("Journal", "study.db, or postgresql://me@host/db"))
    parser.word("study", metavar="NAME", nargs="?", default="", check=given("Study", "the name behind %% in the cell"))
    parser.word("--jobs", metavar="K", check=whole("Jobs", 1), help="how many trials run here at once (as the cell says if left away)")
    parser.word("--jars", metavar="JARS", default="", help="what the notebook had added to its class path, with %s between" % os.pathsep)
    args = parser.read(words)
    with contextlib.redirect_stdout(sys.stderr), lock():
        home = kernels.build()
    command = [executable(os.path.join(home, "bin"), "java"), "-Djava.awt.headless=true", "-XX:-OmitStackTraceInFastThrow", kernels.NATIVE,
               "-cp", os.pathsep.join([kernels.JAR] + args.jars.split(os.pathsep)) if args.jars else kernels.JAR, "dev.fettle.kernel.worker.Worker", args.journal, args.study]
    return attend(command + ([str(args.jobs)] if args.jobs else []))


COMMANDS = {command.__name__: command for command in (lab, run, worker, spark, install, test, bench, docs)}


def overview():
    lines = ["usage: fettle COMMAND [--help] […]", "", "Hyperparameter tuning for Java notebooks.", ""]
    lines += ["  %-9s %s" % (name, command.__doc__) for name, command in COMMANDS.items()]
    lines += ["  %-9s %s" % ("--version", "which Fettle, JDK and Python this is"), "", "fettle COMMAND --help says more. The first start sets everything up below .fettle; it needs a JDK (17 or later),",
              "Python 3.8 or later with venv and pip, and the network."]
    return "\n".join(lines)


def version():
    found = tools.jdks()
    java = "JDK %d in %s" % found[0] if found else "no JDK from 17 on"
    return "Fettle %s, %s, Python %d.%d.%d" % ((VERSION, java) + sys.version_info[:3])


def main(argv):
    sys.stdout.reconfigure(errors="replace")
    word = argv[0] if argv else None
    try:
        if word in (None, "-h", "--help", "help"):
            print(overview())
            return 0 if word else 2
        if word in ("-V", "--version", "version"):
            print(version())
            return 0
        return COMMANDS[one_of("Command", sorted(COMMANDS))(word)](argv[1:])
    except Trouble as e:
        say("fettle: %s" % hidden(str(e)))
        return e.code
    except KeyboardInterrupt:
        say("\nfettle: stopped.")
        return 130
