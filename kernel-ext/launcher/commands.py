"""The commands behind ./fettle."""
import argparse
import contextlib
import os
import socket
import subprocess
import sys

import kernels
import tools
from steps import ROOT, WINDOWS, Trouble, executable, lock, say, stamp

NOTEBOOKS = os.path.join(ROOT, "notebooks")
# The benchmarks that need the packages of src/bench/requirements.txt.
WITH_PEERS = ("iris", "models", "overhead", "bayes", "genetic", "hyperband")


def _ready():
    """Everything a notebook needs; returns the interpreter."""
    with lock():
        tools.jdk()
        interpreter = tools.python()
        home = kernels.build()
        kernels.install(os.path.dirname(os.path.dirname(interpreter)), list(kernels.NAMES), interpreter, home)
    return interpreter


def lab(args):
    if args.port is not None:
        if not 0 <= args.port <= 65535:
            raise Trouble("Port (%d) must be from 0 to 65535." % args.port)
        with socket.socket() as s:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                s.bind(("127.0.0.1", args.port))
            except OSError:
                raise Trouble("Port (%d) must be free. Maybe leave --port away: JupyterLab then looks for one." % args.port)
    interpreter = _ready()
    command = [interpreter, "-m", "jupyterlab", "--ServerApp.root_dir", NOTEBOOKS]
    command += ["--ServerApp.port", str(args.port)] if args.port is not None else []
    command += ["--no-browser"] if args.no_browser else []
    # In a container one is often root, and JupyterLab then refuses to start unless told that this is meant.
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return subprocess.call(command, cwd=NOTEBOOKS)


def run(args):
    if not os.path.isfile(args.notebook):
        raise Trouble("Notebook (%s) must be a file. Maybe notebooks/01_first_study.ipynb." % args.notebook)
    out = args.out or os.path.join(os.getcwd(), os.path.splitext(os.path.basename(args.notebook))[0] + ".executed.ipynb")
    if not os.path.isdir(os.path.dirname(os.path.abspath(out))):
        raise Trouble("Folder of --out (%s) must exist." % out)
    interpreter = _ready()
    script = os.path.join(ROOT, "kernel-ext", "launcher", "run_notebook.py")
    command = [interpreter, script, os.path.abspath(args.notebook), os.path.abspath(out), "fettle-" + args.kernel]
    return subprocess.call(command + (["--allow-errors"] if args.allow_errors else []))


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


def install(args):
    with lock():
        tools.jdk()
        interpreter = tools.python()
        home = kernels.build()
        wanted = [args.kernel] if args.kernel else list(kernels.NAMES)
        if args.prefix:
            folders = kernels.install(os.path.abspath(args.prefix), wanted, interpreter, home)
        else:
            folders = kernels.install_data(_data_dir(), wanted, interpreter, home)
    for kernel, folder in zip(wanted, folders):
        print("%s is in %s" % (kernels.NAMES[kernel], folder))
    return 0


def test(args):
    with lock():
        home = tools.jdk()
        interpreter = tools.python()
        maven = tools.maven()
    env = tools.java_environment(home)
    env["FETTLE_JDKS"] = os.pathsep.join("%d=%s" % pair for pair in tools.jdks())
    command = [maven, "-B", "-ntp", "-Pstrict", "verify", "-Dfettle.python=" + interpreter] + args.maven
    return subprocess.call(command, cwd=ROOT, env=env)


def bench(args):
    name = args.arguments[0] if args.arguments else None
    jar = os.path.join(ROOT, "src", "bench", "target", "fettle-bench-all.jar")
    # What a benchmark prints is its answer, a protocol even, so what leads up to it goes elsewhere.
    with contextlib.redirect_stdout(sys.stderr), lock():
        home = tools.jdk()
        peers = tools.python("bench-python", "src/bench/requirements.txt") if name in WITH_PEERS else None

        def make():
            kernels.run("Benchmarks (Maven)", [tools.maven(), "-B", "-Dmaven.test.skip=true", "-pl", "src/bench", "-am", "package"],
                        tools.NETWORK, env=tools.java_environment(home))

        stamp("bench", kernels.sources() + home, make)
        if not os.path.exists(jar):
            make()
    env = tools.java_environment(home)
    if peers:
        env.update(FETTLE_BENCH_PYTHON=peers, FETTLE_BENCH_HOME=os.path.join(ROOT, "src", "bench", "peers"))
    return subprocess.call([executable(os.path.join(home, "bin"), "java"), "-cp", jar, "dev.fettle.bench.Bench"] + args.arguments, env=env)


def _parser():
    parser = argparse.ArgumentParser(prog="fettle", description="Hyperparameter tuning for Java notebooks. The first start sets everything up below .fettle; it needs a JDK (17 or later), Python 3 with venv and pip, and the network.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    c = commands.add_parser("lab", help="open JupyterLab on the tutorials")
    c.add_argument("--port", type=int, metavar="N")
    c.add_argument("--no-browser", action="store_true")
    c.set_defaults(do=lab)
    c = commands.add_parser("run", help="run a notebook without a browser; writes the executed notebook and an HTML page")
    c.add_argument("notebook", metavar="NOTEBOOK")
    c.add_argument("--kernel", choices=sorted(kernels.NAMES), default="ijava")
    c.add_argument("--out", metavar="FILE", help="default: NOTEBOOK.executed.ipynb in this folder")
    c.add_argument("--allow-errors", action="store_true", help="go on behind a cell that fails")
    c.set_defaults(do=run)
    c = commands.add_parser("install", help="add the kernels to a Jupyter that you already have")
    where = c.add_mutually_exclusive_group()
    where.add_argument("--user", action="store_true", help="for this user (the default)")
    where.add_argument("--prefix", metavar="DIR", help="into an environment, such as a venv")
    c.add_argument("--kernel", choices=sorted(kernels.NAMES), help="only this one")
    c.set_defaults(do=install)
    c = commands.add_parser("test", help="all tests, with real kernels (= mvn verify)")
    c.add_argument("maven", nargs="*", metavar="MAVEN-ARGUMENT")
    c.set_defaults(do=test)
    c = commands.add_parser("bench", help="measure against the peers; without a name it lists what there is")
    c.add_argument("arguments", nargs=argparse.REMAINDER, metavar="NAME …")
    c.set_defaults(do=bench)
    return parser


def main(argv):
    parser = _parser()
    args = parser.parse_args(argv)
    if not args.command:
        parser.print_help()
        return 2
    try:
        return args.do(args)
    except Trouble as e:
        say("fettle: %s" % e)
        return 1
    except KeyboardInterrupt:
        say("\nfettle: stopped.")
        return 130
