"""Spoils cells as a hand would, or a broken file; the JShell test does the same at length (Mutations.java)."""
import re

TOKEN = re.compile(r"[A-Za-z_]\w*|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|[ \t]+|--|\.\.|&&|\|\||[=!<>]=|.", re.DOTALL)
NUMBER = re.compile(r"\d+(?:\.\d+)?(?:[eE]-?\d+)?")
NUMBERS = ["0", "-1", "1e308", "1e999", "2147483648", "9223372036854775808", "1000000000", "0.1.2", "NaN", "1e", "99999999999999999999999999"]
PIECES = ["(", ")", "{", "}", "[", "]", '"', "'", "/*", "*/", "//", "${", "\u0000", "\t", "\u00a0", "🎉", "\\", "$", "%", "…", ";", "~", "é"]
OPTIONS = [
    "--trials 0", "--trials 1000000000", "--seed random", "--seed x", "--jobs 0", "--cv 1", "--test 1.5", "--metric recall", "--until NaN",
    "--patience -1", "--time 0s", "--like kept", "--from kept", "--quiet", "--live no", "--plot none", "--show -3", "--qmc", "--journal a.db",
    "--trails 5", "-z", "--", "-n", "--model mlp", "--data iris", "--objective f", "--help", "--figure gif", "--help=1",
]
NAMES = ["class", "x", "kept", "sentinel", "probe", "null", "true", "in", "if", "require", "try", "default", "maximize", "größe", "_", "return", "NaN"]

GOOD = [
    "%%gridsearch grid --model mlp --data iris --target species --cv 3 --test 0.2\nhidden_layer_sizes in {(3), (4, 2)}\n"
    "solver in {sgd, adam}\nlearning_rate in {constant, adaptive} if solver == sgd\nalpha in log(1e-4, 1e-2, 3)\nmax_iter = 10\n",
    "%%randomsearch net --model mlp --data iris --cv 3 --trials 20 --seed 7 --jobs 2\n"
    "hidden_layer_sizes in {(3), (4)}\nalpha ~ logUniform(1e-5, 1e-1) default 1e-4\nmax_iter = 10\n",
    "%%randomsearch kept --trials 30 --until 0.5\nx ~ uniform(-10, 10)\nk in {1, 2}\nscale = 2.5\nminimize loss\n(x - shift) * scale + k // of the notebook\n",
    "%%randomsearch steps --trials 10 --jobs 2\na in {(1), (2, 3)}\nb in {true, false}\nmaximize accuracy\n"
    "double sum = 0;\nfor (int v : a) {\n    sum += v;\n}\nreturn Map.of(\"accuracy\", sum * (b ? 1 : 0.5), \"length\", 2.0);\n",
    "%%randomsearch given --objective f --trials 5 --time 10s\nx ~ uniform(0, 1)\nmaximize it\n",
    "%%randomsearch arrays --qmc --trials 16\nw[3] ~ uniform(-1, 1)\nm[2][2] ~ normal(0, 1)\nn ~ logInt(1, 1000)\nminimize loss\nreturn w[0] + m[0][1] + n;\n",
    "%%gridsearch rules --show 3 --on-error stop\nsolver in {sgd, adam} default adam\nhidden in 10..90 step 20\nrate in {0.1, 0.2} if solver == sgd && !(hidden > 50)\n"
    "require hidden * rate <= 30 || solver != sgd\ntry solver = adam, hidden = 50\nmaximize score\nsolver.length() + rate * hidden\n",
    "%%randomsearch javas --trials ${count} --seed ${1 + 2}\nx ~ uniform(${-shift}, ${shift})\ngrid in ${levels}\n'alpha': [0.0001, 0.001],\nminimize loss\nx * x + grid * alpha\n",
]


def mutated(cell, rng):
    """The cell with one mutation or more, none of them in the magic's name; a dry run with a limit of time."""
    name, rest = cell.split(" ", 1)
    text = rest
    for _ in range(rng.choice([1, 1, 2, 3])):
        text = rng.choice(KINDS)(text, rng)
    # Without a body the kernels take a cell for Java.
    return name + " --dry-run --trial-time 300ms " + text + ("" if re.search(r"\n.", text) else "\n//")


def _parts(split, glue):
    def change(text, rng):
        parts = split(text)
        if not parts:
            return text
        i, j = rng.randrange(len(parts)), rng.randrange(len(parts))
        kind = rng.randrange(4)
        if kind == 0:
            parts[i], parts[j] = parts[j], parts[i]
        elif kind == 1:
            del parts[i]
        elif kind == 2:
            parts.insert(i, parts[i])
        else:
            parts[i] = parts[j]
        return glue.join(parts)

    return change


def _misspelt(text, rng):
    words = [m for m in re.finditer(r"[A-Za-z_]\w+", text)]
    if not words:
        return text
    at = rng.choice(words).start()
    return text[:at] + rng.choice(["", text[at] * 2, chr(rng.randrange(97, 123))]) + text[at + 1:]


def _replaced(pattern, by):
    def change(text, rng):
        places = list(re.finditer(pattern, text))
        if not places:
            return text
        m = rng.choice(places)
        return text[:m.start()] + rng.choice(by) + text[m.end():]

    return change


def _inserted(text, rng):
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(PIECES) + text[at:]


def _without(text, rng):
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.randrange(12):]


KINDS = [
    _parts(TOKEN.findall, ""),
    _parts(TOKEN.findall, ""),
    _parts(lambda text: text.split("\n"), "\n"),
    _misspelt,
    _replaced(NUMBER, NUMBERS),
    _replaced(r"[A-Za-z_]\w*", NAMES),
    _replaced(r"[({\[\])}\"]", [""]),
    _replaced(r"--\w+( [^-\s]+)?", OPTIONS),
    lambda text, rng: rng.choice(OPTIONS) + " " + text,
    _inserted,
    _without,
    lambda text, rng: text[:rng.randrange(len(text) + 1)],
]
