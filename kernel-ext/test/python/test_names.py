"""The notebook's own names: whatever a user declares or imports wins over what Fettle brings, and breaks no later cell.

FETTLE_DECLARATIONS is the number of random declarations for each kernel and JDK; the claim was tested with 1000."""
import os
import random

from kernel_session import KernelTest

COUNT = int(os.environ.get("FETTLE_DECLARATIONS", "40"))
SEED = int(os.environ.get("FETTLE_SEED", "7"))
EVERY = 4
CELL = "%%randomsearch w --trials 3 --live off --plot none --quiet\nx ~ uniform(0, 1)\nsolver in {sgd, adam}\nk in {(50), (100, 50)}\nmaximize score\nx + solver.length() + k.length"
NAMES = """Point Score Probe Objective Mlp crossVal Tuned Slots Code Study Trial probe Notebook String List Map Base64 Integer Double Exception
Record Override System Math Class Void Arrays Random Function Object Throwable Number Iterable Enum Runnable Thread dev fettle java lang util
org io REPL kernel value key x w2 a b model""".split()
IMPORTS = """java.awt.* java.awt.Point java.awt.List java.awt.geom.* java.util.function.* java.util.stream.* java.sql.* java.util.Map.Entry
java.lang.reflect.* java.util.concurrent.* javax.swing.text.* java.util.logging.* java.time.* dev.fettle.space.* dev.fettle.trial.*
dev.fettle.space.Point""".split() + ["static java.lang.Math.*", "static java.util.Map.entry", "static java.util.stream.Collectors.*"]
KINDS = [
    "record %s(double a, int b%d) {}", "class %s { int field = %d; }", "enum %s { A, B%d }", "interface %s { int m%d(); }", "int %s = %d;",
    "double %s = 0.%d;", "double %s(double a) { return a + %d; }", "<T> T %s(T first, int... more) { return first; } // %d",
]


def declaration(rng):
    if rng.randrange(len(KINDS) + 1) == 0:
        return "import %s;" % rng.choice(IMPORTS)
    return rng.choice(KINDS) % (rng.choice(NAMES), rng.randrange(1, 100))


class Names(KernelTest):
    def works(self, session, done):
        result = session.run(CELL)
        self.assertIsNone(result.error, (result, done))
        self.assertIn("3 of 3 trials", result.shown, done)
        self.assertEqual(session.value("w.best().x() >= 0 && w.best().k().length > 0"), "true", done)
        self.assertIn("w: Random search finished", session.run("%tune").shown, done)

    def test_declarations_at_random_break_no_cell(self):
        def check(session, _):
            rng = random.Random(SEED)
            done = []
            for number in range(COUNT):
                done.append(declaration(rng))
                session.run(done[-1])
                self.assertEqual(session.run("1 + 1").shown, "2", done)
                if number % EVERY == 0:
                    self.works(session, done)
            print("%s: %d declarations, %d cells between them" % (session.name, COUNT, -(-COUNT // EVERY)), flush=True)

        self.kernels.each(self, check)

    def test_the_notebook_wins(self):
        def check(session, _):
            self.assertEqual(session.value("Score.of(0.5).value()"), "0.5")
            self.assertIsNone(session.run("import java.awt.*;").error)
            self.assertEqual(session.value("new Point(3, 4).x"), "3")
            self.works(session, "import java.awt.*;")
            self.assertIsNone(session.run("record Point(double x, double y) {}\nrecord Score(int mark) {}").error)
            self.assertEqual(session.value("new Point(1, 2).y() + new Score(3).mark()"), "5.0")
            self.assertIsNone(session.run("double crossVal(Mlp net, double[][] x, int[] y, int k) { return 42; }").error)
            self.assertEqual(session.value("crossVal(null, null, null, 3)"), "42.0")
            for line in ("record List(int a) {}", "class Base64 {}", "class String {}", "int java = 1;", "int org = 2;", "int io = 3;", "int dev = 4;", "class dev {}"):
                self.assertIsNone(session.run(line).error, line)
                self.works(session, line)

        self.kernels.each(self, check)

    def test_a_notebook_reads_chinese(self):
        def check(session, _):
            self.assertIn("语言 zh", session.run("%tune set language zh").shown)
            bad = session.run("%%gridsearch g --trails 2\nx in {1, 2}\nmaximize a\nx")
            self.assertIn("选项（--trails）必须是此魔法命令的选项", bad.shown)
            self.assertIn("1 处错误，没有运行任何内容", str(bad.error))
            good = session.run("%%gridsearch g --plot none\nx in {1, 2}\nmaximize a\nx")
            self.assertIsNone(good.error, good)
            self.assertIn("网格搜索完成：2 / 2 个点", good.shown)
            self.assertIn("最佳 a 2.000", good.html)
            session.run("%tune set language en")
            self.assertIn("g: Grid search finished", session.run("%tune").shown)

        self.kernels.each(self, check)
