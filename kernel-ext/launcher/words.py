"""Reads the words of a command: all that is wrong is said at once, in our sentences, before anything is built."""
import argparse
import difflib
import json
import os
import re

from steps import Trouble


class Mistake(Trouble):
    """A word of the command that must be another."""

    code = 2


def maybe(word, names):
    """The name that was meant, as a sentence; nothing if none is near."""
    near = difflib.get_close_matches(word.lower(), names, 1)
    return " Maybe %s." % near[0] if near else ""


def one_of(subject, names):
    """A word that must be one of these."""

    def check(word):
        if word not in names:
            raise Mistake("%s (%s) must be one of %s.%s" % (subject, word, ", ".join(names), maybe(word, names)))
        return word

    return check


def some_of(subject, names):
    """Such words with commas between."""
    return lambda words: ",".join(map(one_of(subject, names), words.split(",")))


def whole(subject, least, most=None):
    """A whole number; both ends are included."""

    def check(word):
        if re.fullmatch(r"[+-]?[0-9]{1,9}", word) and least <= int(word) and (most is None or int(word) <= most):
            return int(word)
        raise Mistake("%s (%s) must be a whole number %s." % (subject, word, "of at least %d" % least if most is None else "from %d to %d" % (least, most)))

    return check


def given(subject, example):
    """A word that must be there."""

    def check(word):
        if not word:
            raise Mistake("%s must be given. Maybe %s." % (subject, example))
        return word

    return check


def _names_beside(path):
    folder = os.path.dirname(path) or "."
    found = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [os.path.join(os.path.dirname(path), f) for f in found if f.endswith(".ipynb")]


def notebook(path):
    """The path of a notebook that can be read, whatever its version."""
    subject = "Notebook (%s)" % path
    if not path:
        raise Mistake("Notebook must be given. Maybe notebooks/01_first_study.ipynb.")
    if not os.path.isfile(path):
        raise Mistake(subject + " must be a file." + (maybe(path, _names_beside(path)) or " Maybe notebooks/01_first_study.ipynb."))
    try:
        with open(path, encoding="utf-8") as f:
            content = json.load(f)
    except OSError as e:
        raise Mistake("%s must be readable: %s." % (subject, e.strerror))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise Mistake(subject + " must be a Jupyter notebook, which is JSON with cells and an nbformat." + maybe(path, _names_beside(path)))
    return path


def folder_or_notebook(path):
    """A folder, or a notebook as above."""
    if os.path.isdir(path):
        return path
    if not os.path.exists(path) and not path.endswith(".ipynb"):
        raise Mistake("Folder (%s) must exist. Maybe mkdir %s." % (path, path))
    return notebook(path)


def writable(subject):
    """A file that is there and may be replaced, or can be made."""

    def check(path):
        folder = os.path.dirname(os.path.abspath(path))
        if os.path.isdir(path):
            raise Mistake("%s (%s) must be a file, and is a folder." % (subject, path))
        if not os.path.isdir(folder):
            raise Mistake("%s (%s) must be in a folder that exists." % (subject, path))
        if not os.access(path if os.path.exists(path) else folder, os.W_OK):
            raise Mistake("%s (%s) must be a file that may be written." % (subject, path))
        return path

    return check


def folder(subject):
    """A folder in which things may be written, or that can be made."""

    def check(path):
        there = os.path.abspath(path)
        while not os.path.exists(there):
            there = os.path.dirname(there)
        if not os.path.isdir(there) or not os.access(there, os.W_OK):
            raise Mistake("%s (%s) must be a folder that may be written." % (subject, path))
        return path

    return check


def hidden(text):
    """A text with stars for the passwords in the addresses of databases."""
    for pattern in (r"(postgres(?:ql)?://[^:@/?\s]*:)(\S*)(?=@)", r"([?&](?:ssl)?password=)([^&\s\"')]*)"):
        text = re.sub(pattern, lambda m: m.group(1) + "*" * len(m.group(2)), text, flags=re.IGNORECASE)
    return text


class Words(argparse.ArgumentParser):
    """The words of one command; what a word must be is checked once all are read."""

    def __init__(self, command, description, epilog=None):
        super().__init__(prog="fettle " + command, description=description, epilog=epilog, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter)
        self._checks = {}

    def word(self, *names, check=None, **how):
        """An argument or option, and what its value must be."""
        action = self.add_argument(*names, **how)
        if check:
            self.check(action.dest, check)

    def check(self, dest, check):
        """What the value of a word must be."""
        self._checks[dest] = check

    def read(self, words):
        """The values; Mistake with a line for each word that is wrong."""
        args, extra = self.parse_known_args(words)
        # The value of an option that nobody knows, and what it takes the place of, are no mistakes of their own.
        options = [word for word in extra if word.startswith("-")]
        values = {value for option, value in zip(words, words[1:]) if option in options and "=" not in option}
        mistakes = [self._unknown(word) for word in options or extra]
        for dest, check in self._checks.items():
            value = getattr(args, dest)
            try:
                setattr(args, dest, value if value is None or value in values else check(value))
            except Mistake as e:
                mistakes.append(str(e))
        if mistakes:
            raise Mistake("\n".join(mistakes))
        return args

    def _unknown(self, word):
        if not word.startswith("-"):
            return "Word (%s) must be left away. Maybe %s --help." % (word, self.prog)
        name = word.split("=")[0]
        options = sorted(o for o in self._option_string_actions if o.startswith("--"))
        return "Option (%s) must be one of %s.%s" % (name, ", ".join(options), maybe(name, options))

    def error(self, message):
        """What argparse itself finds, in our words where we know its own."""
        option = r"argument (?:-\w/)?(--?[\w-]+): "
        for pattern, sentence in ((option + r"expected .*argument", r"Option (\1) must have a value."), (option + r"ignored explicit argument (.*)", r"Option (\1) must have no value, and has \2."),
                                  (option + r"not allowed with argument (.*)", r"Option (\1) must not stand beside \2.")):
            if re.fullmatch(pattern, message):
                raise Mistake(re.sub(pattern, sentence, message))
        raise Mistake("Words of %s must be right: %s. Maybe %s --help." % (self.prog, message, self.prog))


def split(words):
    """The words before the first --, and those behind it."""
    at = words.index("--") if "--" in words else len(words)
    return words[:at], words[at + 1 :]
