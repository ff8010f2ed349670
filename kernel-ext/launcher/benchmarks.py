"""The benchmarks: the one list of what ./fettle bench can run."""
import collections
import json
import os

from steps import ROOT
from words import Words, folder, one_of, some_of, whole

BENCH = os.path.join(ROOT, "src", "bench")

# Name; the Java class; whether the peers' packages are needed; the word for its number and its standard, or neither; how long
# it takes with that, once what it needs is there; what it measures; options of its JVM.
Benchmark = collections.namedtuple("Benchmark", "name java peers count standard time purpose jvm", defaults=((),))

ALL = {b.name: b for b in (
    Benchmark("iris", "IrisBench", True, "ROUNDS", 5, "4 minutes", "the 72-point Iris grid beside scikit-learn's, 1 and 2 workers"),
    Benchmark("models", "ModelsBench", True, "ROUNDS", 5, "9 minutes", "a search over 20 points of four models beside scikit-learn's, 1 and 2 workers"),
    Benchmark("overhead", "OverheadBench", True, "ROUNDS", 5, "8 minutes", "what a trial costs beside its objective, and each sampler's thinking and memory, beside Optuna"),
    Benchmark("bayes", "BayesBench", True, "ROUNDS", 5, "9 minutes", "10 + 100 Bayesian trials of the net on Iris beside bayes_opt's, 1 and 2 workers"),
    Benchmark("genetic", "GeneticBench", True, "SEEDS", 100, "a minute", "100 generations of 100 points on two functions beside DEAP's"),
    Benchmark("hyperband", "HyperbandBench", True, "SEEDS", 20, "3 minutes", "epochs of the net on the digits until random search's best is reached, beside Optuna"),
    Benchmark("quality", "quality.Quality", False, None, None, "3 minutes with the standard words", "how good the best of so many trials is, beside the recorded curves of eight peers"),
    Benchmark("faults", "fault.Faults", False, "KILLS", 200, "20 minutes", "what the stores of studies lose by kills, power cuts, crowds, full disks, flipped bits, cut networks: it must be nothing"),
    Benchmark("workers", "workers.WorkersBench", False, "TRIALS", 20000, "8 minutes", "how busy a thousand simulated workers are with each sampler, and how many trials 64 real ones do that share a database",
              # 64 whole histories are in one process, which are collected soonest with all cores and nothing beside it.
              ("-XX:+UseParallelGC",)),
    Benchmark("asktell", "AskTell", False, None, None, "as long as its input lasts", "any sampler as a process for a harness in any language: one JSON object a line, ask and tell"),
    Benchmark("table", "problem.WineTable", False, None, None, "a minute", "prints problems/mlp_wine_cv.json: our net on wine, at each of 480 points"),
)}

FIRST = """The first run builds the benchmarks, about a minute."""
PEERS = """ It also brings the peers, about 5 GB and several minutes."""

ASKTELL = """
{"open": {"sampler": "random", "seed": 3, "budget": 100, "params": [as in src/bench/problems]}}  gives {"ok": true}
{"ask": 1}                  gives {"number": 1, "point": {"x1": 0.3, "arch": "relu"}}; inactive parameters are absent
{"tell": 1, "value": 3.2}   gives {"ok": true}; the value is minimised, null means that the trial failed
anything wrong              gives {"error": "message"}, and the study goes on; a new "open" starts a new study

Samplers: %s."""


FAULTS = ["all", "file", "sqlite", "postgresql", "study"]


def _names(file):
    with open(os.path.join(BENCH, file), encoding="utf-8") as f:
        return json.load(f)


def overview():
    """A line for each."""
    lines = ["usage: fettle bench NAME [--help] […]", "", "measures Fettle against the peers, in the same run:"]
    lines += ["  %-19s %s" % ((b.name + " [%s]" % b.count) if b.count else b.name, b.purpose) for b in ALL.values()]
    return "\n".join(lines + ["", "fettle bench NAME --help says more."])


def words(benchmark):
    """What may stand behind the name of a benchmark."""
    known = _names("names.json")
    about = "%s: %s.\n\nTime: %s. %s" % (benchmark.name, benchmark.purpose, benchmark.time + (" with %d %s" % (benchmark.standard, benchmark.count.lower()) if benchmark.count else ""), FIRST + (PEERS if benchmark.peers else ""))
    parser = Words("bench " + benchmark.name, about, ASKTELL % ", ".join(known["samplers"]) if benchmark.name == "asktell" else None)
    if benchmark.count:
        subject = benchmark.count.capitalize()
        parser.word("count", metavar=benchmark.count, nargs="?", default=str(benchmark.standard), check=whole(subject, 1), help="how many, %d if left away" % benchmark.standard)
    if benchmark.name == "quality":
        _quality(parser, known)
    if benchmark.name == "faults":
        _faults(parser)
    return parser


def _faults(parser):
    parser.epilog = "It prints a line for each fault: what was asked, and what was reached. Its exit status is 1 if something was missed."
    parser.word("--power-cuts", metavar="N", default="50", check=whole("Power cuts", 1), help="of a disk in a file, for each kind of store (%(default)s); they need Linux and the rights to mount")
    parser.word("--network-cuts", metavar="N", default="5", check=whole("Network cuts", 1), help="of 20 s each (%(default)s); 100 take 40 minutes")
    parser.word("--only", metavar="NAMES", default="all", check=some_of("Faults", FAULTS), help="with commas between: %s (%%(default)s if left away)" % ", ".join(FAULTS))


def _quality(parser, known):
    problems = ["all", "families"] + _names("problems/index.json")["problems"] + known["families"]
    parser.epilog = "A run that is in its file with as many trials is not run again; the report is on all runs in the files."
    parser.word("--samplers", metavar="NAMES", default="bayes,tpe,cmaes,random", check=some_of("Sampler", known["samplers"]), help="with commas between: %s (%%(default)s if left away)" % ", ".join(known["samplers"]))
    parser.word("--problems", metavar="NAMES", default="all", check=some_of("Problem", problems), help="all (the standard): those with a file, which the peers ran on; families: our own, made from seeds; or names of either kind, with commas between")
    parser.word("--seeds", metavar="N", default="20", check=whole("Seeds", 1), help="runs a problem (%(default)s)")
    parser.word("--first-seed", metavar="N", default="0", check=whole("First seed", 0), help="the seed of the first (%(default)s)")
    parser.word("--budget", metavar="N", default="100", check=whole("Budget", 1), help="trials a run (%(default)s)")
    parser.word("--jobs", metavar="N", default="2", check=whole("Jobs", 1), help="runs at once (%(default)s); times are truest with 1")
    parser.word("--out", metavar="DIR", default="quality", check=folder("Folder of --out"), help="where quality_fettle_NAME.json is kept (the folder %(default)s)")


def chosen(name, arguments):
    """The benchmark of a name, and the words for its Java, each with a value."""
    benchmark = ALL[one_of("Benchmark", list(ALL))(name)]
    args = words(benchmark).read(arguments)
    options = {option: value for option, value in vars(args).items() if option != "count"}
    first = [str(args.count)] if benchmark.count else []
    return benchmark, first + [word for option, value in options.items() for word in ("--" + option.replace("_", "-"), str(value))]
