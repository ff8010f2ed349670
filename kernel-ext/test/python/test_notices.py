"""The jar that users get names each library in it, with its licence."""
import collections
import os
import re
import unittest
import zipfile

from kernel_session import kernels

Library = collections.namedtuple("Library", "group name version")
THIRD_PARTY = "META-INF/third-party/"
# Where the text of a licence is, unless it is the library's own.
TEXTS = {"Apache-2.0": "META-INF/LICENSE", "LGPL-3.0": THIRD_PARTY + "LGPL-3.0.txt", "BSD-3-Clause": "dev/fettle/data/LICENSE.txt"}


def shaded():
    """What Maven put into the jar, by its own account."""
    with open(os.path.join(kernels.TARGET, "libraries.txt"), encoding="utf-8") as f:
        return {Library(*found) for found in re.findall(r"^ +([\w.-]+):([\w.-]+):jar:([\w.-]+):", f.read(), re.MULTILINE)}


def listed(text):
    """The libraries that the list names, by licence."""
    found = collections.defaultdict(set)
    for section in text.strip().split("\n\n")[1:]:
        licence, *lines = section.split("\n")
        found[licence] |= {Library(m[3], m[1], m[2]) for m in (re.match(r"  (\S+) (\S+)  \((\S+)\)", line) for line in lines) if m}
    return found


class Notices(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with zipfile.ZipFile(kernels.JAR) as jar:
            cls.names = jar.namelist()
            cls.texts = {n: jar.read(n).decode("utf-8") for n in cls.names if re.search(r"LICENSE|NOTICE|third-party/.*\.txt$", n)}
        cls.listed = listed(cls.texts[THIRD_PARTY + "THIRD-PARTY.txt"])

    def test_every_library_in_the_jar_stands_once_below_a_licence(self):
        self.assertGreater(len(shaded()), 20)
        self.assertEqual(sorted(shaded()), sorted(library for libraries in self.listed.values() for library in libraries))

    def test_the_text_of_every_licence_is_there(self):
        for licence, libraries in self.listed.items():
            for library in libraries:
                own = [n for n in self.texts if n.startswith(THIRD_PARTY + library.name + "/") and "LICENSE" in n]
                self.assertTrue(own or TEXTS[licence] in self.texts, library)
        self.assertIn("Apache License", self.texts["META-INF/LICENSE"])
        self.assertIn("Fettle", self.texts["META-INF/NOTICE"])
        self.assertIn("Apache Batik", self.texts["META-INF/NOTICE"])
        self.assertIn("Copyright (c) 2007-2026 The scikit-learn developers", self.texts[TEXTS["BSD-3-Clause"]])

    def test_smile_comes_with_the_lesser_licence_and_the_one_it_adds_to(self):
        self.assertEqual({"smile-core", "smile-data", "smile-graph", "smile-math"}, {library.name for library in self.listed["LGPL-3.0"]})
        self.assertRegex(self.texts[TEXTS["LGPL-3.0"]], r"^ +GNU LESSER GENERAL PUBLIC LICENSE\n +Version 3")
        self.assertRegex(self.texts[THIRD_PARTY + "GPL-3.0.txt"], r"^ +GNU GENERAL PUBLIC LICENSE\n +Version 3")

    def test_no_licence_stands_where_it_would_pass_for_ours(self):
        self.assertEqual(["META-INF/LICENSE"], [n for n in self.names if re.fullmatch(r"(META-INF/)?LICENSE[^/]*", n)])
        with open(os.path.join(kernels.ROOT, "LICENSE"), encoding="utf-8") as f:
            self.assertEqual(f.read(), self.texts["META-INF/LICENSE"])
