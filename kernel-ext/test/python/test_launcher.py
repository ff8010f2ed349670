"""The launcher: what is missing gets one sentence, and what it writes is right."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from kernel_session import HERE

import kernels

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


def fettle(root, *arguments, **env):
    """Runs the launcher with an environment of its own; returns (exit code, standard error)."""
    done = subprocess.run([sys.executable, os.path.join(root, "fettle"), *arguments], capture_output=True, text=True, env=env, timeout=60)
    return done.returncode, done.stderr.strip()


class Launcher(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="fettle launcher ")
        self.root = os.path.join(self.folder, "a clone")
        os.makedirs(os.path.join(self.root, "kernel-ext"))
        shutil.copy(os.path.join(ROOT, "fettle"), self.root)
        shutil.copytree(os.path.join(ROOT, "kernel-ext", "launcher"), os.path.join(self.root, "kernel-ext", "launcher"))

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
        sys.path.insert(0, os.path.join(ROOT, "kernel-ext", "launcher"))
        import tools
        from steps import Trouble

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

    def test_bad_arguments_are_named(self):
        self.one_sentence(fettle(self.root, "run", "nope.ipynb"), "Notebook (nope.ipynb) must be a file.")
        self.one_sentence(fettle(self.root, "run", "x.ipynb", "--kernel", "python"), "invalid choice")
        self.one_sentence(fettle(self.root, "lab", "--port", "70000"), "Port (70000)")
        self.one_sentence(fettle(self.root, "dance"), "invalid choice")

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

    def test_help_names_every_command(self):
        done = subprocess.run([sys.executable, os.path.join(ROOT, "fettle"), "--help"], capture_output=True, text=True)
        for command in ("lab", "run", "install", "test", "bench"):
            self.assertRegex(done.stdout, r"(?m)^    %s " % command)

    def test_a_kernel_can_be_interrupted_and_knows_its_jars(self):
        for kind, name in kernels.NAMES.items():
            spec = kernels.spec(kind, "/some jdk", "/a folder")
            self.assertEqual(spec["interrupt_mode"], "message")
            self.assertEqual(spec["display_name"], name)
            self.assertIn("{connection_file}", spec["argv"])
            self.assertIn(os.path.join("/a folder", "fettle-all.jar"), spec["env"].values())

    def test_the_pins_are_exact(self):
        with open(os.path.join(ROOT, "kernel-ext", "launcher", "requirements.txt")) as f:
            for line in f.read().split():
                self.assertTrue(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.]+", line), line)
