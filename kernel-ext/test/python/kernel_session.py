"""A real kernel process, driven over the Jupyter protocol; everything waits for messages, nothing sleeps."""
import collections
import json
import os
import queue
import random
import re
import shutil
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(HERE)), "launcher"))

import kernel_ports  # noqa: E402
import kernels  # noqa: E402
from jupyter_client import KernelManager  # noqa: E402

Result = collections.namedtuple("Result", "shown html error seconds first")
LIMIT = 120

CELL = """%%gridsearch iris72 --model mlp --data iris --target species --cv 5 --test 0.2
hidden_layer_sizes in {(50), (100), (150)}
activation         in {tanh, relu}
solver             in {sgd, adam}
alpha              in {0.0001, 0.001, 0.01}
learning_rate      in {constant, adaptive}
"""
# The same with nets that are trained in no time.
SMALL = CELL.replace("{(50), (100), (150)}", "{(5)}")


def jdks():
    """The oldest and the newest JDK that the launcher found: [(17, home), (25, home)] or one of them."""
    found = sorted((int(v), home) for v, home in (p.split("=", 1) for p in os.environ["FETTLE_JDKS"].split(os.pathsep)))
    return [found[0]] + ([found[-1]] if found[-1][0] >= 25 else [])


def crossed(left, right):
    """Pairs in which each of both stands: side by side, or all with all where FETTLE_ALL_KERNELS is set."""
    if os.environ.get("FETTLE_ALL_KERNELS"):
        return [(a, b) for b in right for a in left]
    return [(left[i % len(left)], right[i % len(right)]) for i in range(max(len(left), len(right)))]


class Kernels:
    """Kernels in a folder of their own: IJava on the oldest JDK and JJava on the newest, or each on both where FETTLE_ALL_KERNELS is set."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="fettle kernels ")
        self.names = []
        for kind, (version, home) in crossed(list(kernels.NAMES), jdks()):
            data = os.path.join(self.folder, str(version))
            kernels.install_data(data, [kind], sys.executable, home)
            name = "%s-on-%d" % (kind, version)
            shutil.move(os.path.join(data, "kernels", "fettle-" + kind), os.path.join(self.folder, "kernels", name))
            self._retarget(name, os.path.join(data, "kernels", "fettle-" + kind))
            self.names.append(name)
        os.environ["JUPYTER_PATH"] = self.folder

    def _retarget(self, name, old):
        path = os.path.join(self.folder, "kernels", name, "kernel.json")
        with open(path) as f:
            text = f.read()
        with open(path, "w") as f:
            f.write(text.replace(old, os.path.dirname(path)))

    def each(self, test, check):
        """Runs a check with a fresh session, and a generator of its own, of every kernel."""
        for name in self.names:
            with test.subTest(kernel=name):
                session = Session(name)
                try:
                    check(session, random.Random(name))
                finally:
                    session.close()

    def bare(self, name):
        """The same kernel without Fettle in its environment; returns its name and the jar."""
        return self.altered(name, "bare", lambda spec: dict(spec, env={})), kernels.JAR

    def altered(self, name, word, change):
        """The same kernel with another kernel.json; returns its name."""
        other = name + "-" + word
        shutil.copytree(os.path.join(self.folder, "kernels", name), os.path.join(self.folder, "kernels", other), dirs_exist_ok=True)
        path = os.path.join(self.folder, "kernels", other, "kernel.json")
        with open(path) as f:
            spec = json.load(f)
        with open(path, "w") as f:
            json.dump(change(spec), f)
        return other

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class KernelTest(unittest.TestCase):
    """A test in every kernel of ours."""

    @classmethod
    def setUpClass(cls):
        cls.kernels = Kernels()

    @classmethod
    def tearDownClass(cls):
        cls.kernels.close()


class SessionTest(KernelTest):
    """A test whose methods share one session of every kernel of ours."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sessions = {name: Session(name) for name in cls.kernels.names}

    @classmethod
    def tearDownClass(cls):
        for session in cls.sessions.values():
            session.close()
        super().tearDownClass()


class Session:
    """One kernel from its start to its end."""

    def __init__(self, name, folder=None):
        """In a folder; without one in a new one, which goes with the session."""
        self.manager = kernel_ports.manager(KernelManager, name)
        self.name = name
        self.own = None if folder else tempfile.mkdtemp(prefix="fettle session ")
        self.types = 0
        start = time.monotonic()
        self.manager.start_kernel(cwd=folder or self.own, stdout=open(os.devnull, "w"), stderr=open(os.devnull, "w"))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=LIMIT)
        self.start_seconds = time.monotonic() - start

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        if self.own:
            shutil.rmtree(self.own, ignore_errors=True)

    def start(self, code):
        """Sends a cell and returns without waiting."""
        return self.client.execute(code), time.monotonic()

    def messages(self, cell):
        """The messages of a cell until the kernel is idle."""
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=LIMIT)
            except queue.Empty:
                raise AssertionError("The kernel was silent for %d s." % LIMIT)
            if message["parent_header"].get("msg_id") != cell:
                continue
            if message["msg_type"] == "status":
                if message["content"]["execution_state"] == "idle":
                    return
                continue
            yield message

    def first_output(self, started):
        """Waits for the first thing that a started cell shows."""
        self.await_shown(started, "")

    def await_shown(self, started, pattern):
        """Waits until a started cell shows a text that holds this pattern."""
        for message in self.messages(started[0]):
            data = message["content"].get("data")
            if data and re.search(pattern, data.get("text/plain", "")):
                return
        raise AssertionError("The cell ended without showing anything like %r." % pattern)

    def wait(self, started):
        """Waits for a started cell: what it showed at last by display id, and how it ended."""
        cell, begin = started
        shown, html, error, first = {}, {}, None, None
        for message in self.messages(cell):
            content = message["content"]
            kind = message["msg_type"]
            if kind in ("display_data", "update_display_data", "execute_result"):
                first = first or time.monotonic() - begin
                key = content.get("transient", {}).get("display_id", len(shown))
                shown[key] = content["data"].get("text/plain", "")
                html[key] = content["data"].get("text/html", "")
            elif kind == "stream":
                shown[len(shown)] = content["text"]
            elif kind == "error":
                error = content["ename"] + ": " + content["evalue"]
        return Result("\n".join(shown.values()), "\n".join(html.values()), error, time.monotonic() - begin, first)

    def run(self, code):
        return self.wait(self.start(code))

    def value(self, expression):
        """The text of an expression's value; the cell must succeed."""
        result = self.run(expression)
        assert result.error is None, result
        return result.shown

    def complete(self, code):
        """What the kernel offers at the end of a text."""
        return self.client.complete(code, reply=True, timeout=LIMIT)["content"]["matches"]

    def usable(self):
        """Whether Java still works here: an expression, and a type that nobody has declared before."""
        self.types += 1
        record = "record Usable%d(int a) {}" % self.types
        return [self.run("1 + 1").shown, self.run(record).error, self.run("new Usable%d(7).a()" % self.types).shown] == ["2", None, "7"]

    def interrupt(self, times=1):
        """Sends interrupts at once and returns when the kernel has answered each: then none is still on its way."""
        sent = set()
        for _ in range(times):
            request = self.client.session.msg("interrupt_request", {})
            self.client.control_channel.send(request)
            sent.add(request["header"]["msg_id"])
        while sent:
            sent.discard(self.client.get_control_msg(timeout=LIMIT)["parent_header"].get("msg_id"))
