"""Where things are kept, how a long step is shown, and how trouble is told: one sentence, no traceback."""
import contextlib
import hashlib
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
STATE = os.path.join(ROOT, ".fettle")
WINDOWS = os.name == "nt"
with open(os.path.join(ROOT, "pom.xml"), encoding="utf-8") as pom:
    VERSION = re.search(r"<version>(.*?)</version>", pom.read()).group(1)


class Trouble(Exception):
    """Something the user can mend; the message says what and how."""

    code = 1


def state(*parts):
    """A path below .fettle, whose folder is made."""
    path = os.path.join(STATE, *parts)
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as e:
        raise Trouble("Checkout (%s) must be writable: %s. Maybe copy it to your home directory." % (ROOT, e.strerror))
    return path


@contextlib.contextmanager
def lock():
    """One launcher at a time; the lock goes with the process."""
    path = state("lock")
    try:
        handle = open(path, "a+")
    except OSError as e:
        raise Trouble("Checkout (%s) must be writable: %s. Maybe copy it to your home directory." % (ROOT, e.strerror))
    with handle:
        if WINDOWS:
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                print("Another fettle is at work in this checkout; waiting for it.", flush=True)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def run(title, command, hint, env=None):
    """A long step: its output goes to a log, whose end is shown when it fails."""
    log = state("logs", title.split()[0].lower() + ".log")
    start = time.monotonic()
    print(title + " …", end="", flush=True)
    with open(log, "wb") as out:
        try:
            code = subprocess.call(command, stdout=out, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, cwd=ROOT, env=env)
        except OSError as e:
            print()
            raise Trouble("%s must be able to start %s: %s." % (title, command[0], e.strerror))
    print(" %.0f s" % (time.monotonic() - start), flush=True)
    if code != 0:
        with open(log, errors="replace") as f:
            tail = [line.rstrip() for line in f if line.strip()][-15:]
        raise Trouble("%s must succeed, and did not (exit %d). %s\nThe end of %s:\n  %s" % (title, code, hint, log, "\n  ".join(tail)))


def attend(command, **how):
    """Runs a program in the foreground and returns its code. An interrupt of the keyboard reaches it too, and it may have things to write or to ask."""
    with subprocess.Popen(command, **how) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                pass


def stamp(name, content, make):
    """Calls make unless it succeeded before with this content."""
    path = state("stamps", name)
    digest = hashlib.sha256(content.encode()).hexdigest()
    if os.path.exists(path):
        with open(path) as f:
            if f.read() == digest:
                return
        os.remove(path)
    make()
    with open(path, "w") as f:
        f.write(digest)


def executable(folder, name):
    """The program in a virtual environment or a JDK."""
    return os.path.join(folder, name + (".exe" if WINDOWS else ""))


def say(text):
    print(text, file=sys.stderr, flush=True)
