"""Interrupts at random moments: the session stays usable and keeps what was finished.

FETTLE_INTERRUPTS is the number of interrupts for each kernel and JDK; the claim was tested with 100."""
import os
import random
import re
import time

from kernel_session import CELL, SessionTest

COUNT = int(os.environ.get("FETTLE_INTERRUPTS", "8"))
JOBS = 2
LATE = 1

BEFORE = [
    "import java.util.concurrent.atomic.*;",
    "AtomicInteger done = new AtomicInteger();",
]
MIXED = "x ~ uniform(0, 1)\nk in 1..900\nmode in {a, b}\nminimize loss\n"
COUNTED = "done.incrementAndGet();\nreturn %s;\n"
LONG = "\n".join("double v%d = Math.sin(%s * %d) + Math.max(0, x);" % (i, "v%d" % (i - 1) if i else "x", i) for i in range(600))
CELLS = {
    "model": CELL.replace("iris72", "study").replace("--cv 5", "--cv 5 --jobs %d" % JOBS),
    "sleeping": "%%randomsearch study --trials 600 --jobs 2\nx ~ uniform(0, 1)\nk in 1..9\nminimize loss\nThread.sleep(5);\n" + COUNTED % "x * k",
    "short": "%%randomsearch study --trials 20000 --jobs 2\nx ~ uniform(0, 1)\nminimize loss\n" + COUNTED % "x",
    "compiling": "%%randomsearch study --trials 50 --jobs 2\nx ~ uniform(0, 1)\nminimize loss\n" + LONG + "\nThread.sleep(2);\n" + COUNTED % "v599",
    "reporting": "%%randomsearch study --trials 1000 --jobs 2\nx ~ uniform(0, 1)\nk in 1..9\nmode in {a, b}\nmaximize score\n" + COUNTED % "x * k",
    "bayesopt": "%%bayesopt study --trials 120 --jobs 2\n" + MIXED + "Thread.sleep(5);\n" + COUNTED % "x * k",
    "tpe": "%%tpe study --trials 1500 --jobs 2\n" + MIXED + COUNTED % "x * k",
    "cmaes": "%%cmaes study --trials 1500 --jobs 2\n" + MIXED + COUNTED % "x * k",
}
ENDLESS = "%%gridsearch rare --live off\n" + "\n".join("%s in 1..60" % n for n in "abcdef") + "\nrequire a + b + c + d + e + f >= 357\nmaximize score\na"
GATE = ["import java.util.concurrent.CountDownLatch;", "CountDownLatch gate = new CountDownLatch(1);"]
STUBBORN = """%%%%randomsearch %s --trials 6 --jobs 1 --live off --plot none
x ~ uniform(0, 1)
minimize loss
boolean open = false;
while (!open) {
    try {
        gate.await();
        open = true;
    } catch (InterruptedException e) {
    }
}
return x;
"""
TENTH = "%%%%randomsearch tenth --trials %d\nx ~ uniform(0, 1)\nminimize loss\nThread.sleep(20);\nreturn x;\n"
FOREVER = "while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); }"
LOST = 3
TABLE = '.table().removeColumns("seconds").write().toString("csv")'
WAYS = ["once", "once", "once", "twice", "behind", "behind"]
FINISHED = re.compile(r"(\d+) of \d+ (?:points|trials)")


class Interrupts(SessionTest):
    def test_any_moment_leaves_a_usable_session_and_every_finished_trial(self):
        for name, session in self.sessions.items():
            with self.subTest(kernel=name):
                self.many(session, random.Random(name))

    def many(self, session, rng):
        for line in BEFORE:
            self.assertIsNone(session.run(line).error)
        lasting = {}
        for what, cell in CELLS.items():
            result = session.run(cell)
            self.assertIsNone(result.error, result)
            lasting[what] = result.seconds - result.first
        ends, usable, faults = [], 0, []
        for number in range(COUNT):
            what, way = sorted(CELLS)[number % len(CELLS)], rng.choice(WAYS)
            share = rng.uniform(0.85, 1) if what == "reporting" else rng.uniform(0, 1)
            where = "%s: interrupt %d, %s, %s, at %.3f s" % (session.name, number + 1, what, way, share * lasting[what])
            end, found = self.one(session, CELLS[what], way, share * lasting[what], rng)
            ends.append((end, where))
            found = ["%s: %s" % (where, f) for f in found]
            usable += not any("not usable" in f for f in found)
            faults += found
            if found:
                print("\n".join(found), flush=True)
        late = [e for e in ends if e[0] > LATE]
        print("%s: usable %d/%d, latest end %.2f s, %d above %d s" % (session.name, usable, COUNT, max(ends)[0], len(late), LATE), flush=True)
        self.assertEqual(faults, [])
        self.assertEqual(late, [], "a cell must end within %d s of its interrupt" % LATE)

    def one(self, session, cell, way, moment, rng):
        """Interrupts a cell; how long it took to end, and what was wrong."""
        session.run("done.set(0);")
        started = session.start(cell)
        left, right = rng.randrange(1000), rng.randrange(1000)
        behind = session.start("%d * %d" % (left, right)) if way == "behind" else None
        session.first_output(started)
        time.sleep(moment)  # the moment of the interrupt is the input of this test
        sent = time.monotonic()
        session.interrupt()
        if way == "twice":
            time.sleep(rng.uniform(0, 0.04))
            session.interrupt()
        result = session.wait((started[0], sent))
        faults = []
        if behind:
            answer = session.wait(behind)
            if answer.shown != str(left * right):
                faults.append("the cell behind gave %s" % (answer,))
        if not session.usable():
            faults.append("not usable")
        return result.seconds, faults + self.kept(session, result, way, "done." in cell)

    def kept(self, session, result, way, counted):
        """What is wrong with the study that an interrupted cell has left."""
        held = session.run("study.history().size()")
        if held.error or not held.shown.isdigit():
            return ["the study is lost: %s" % (held,)]
        if way == "twice":
            return []
        if result.error and " finished: " not in result.shown:  # behind the report the cell is the kernel's again
            return ["the cell ended with %s" % result.error]
        if "before the first trial; nothing was run" in result.shown:
            return []
        said = FINISHED.search(result.shown)
        if not said:
            return ["no report: %s" % result.shown]
        finished = int(said.group(1))
        if finished and finished != int(held.shown):
            return ["the report says %d, the study holds %s" % (finished, held.shown)]
        scored = int(session.value("study.history().completedCount()"))
        done = int(session.value("done.get()"))
        if finished and counted and not done - JOBS <= scored <= done:
            return ["%d evaluations were done, %d are scored" % (done, scored)]
        return []

    def test_the_first_tenth_of_a_second(self):
        for name, session in self.sessions.items():
            with self.subTest(kernel=name):
                self.tenth(session)
                self.next_cell(session)
                self.assertTrue(session.usable())

    def tenth(self, session):
        """Presses while the kernel still compiles the call of the magic, and has nothing to cancel."""
        self.assertIsNone(session.run(TENTH % 4).error)
        ends = []
        for number in range(COUNT):
            started = session.start(TENTH % 400)
            time.sleep(0.1 * number / COUNT)  # the moment of the interrupt is the input of this test
            sent = time.monotonic()
            session.interrupt()
            result = session.wait((started[0], sent))
            ends.append((result.seconds, "at %.3f s" % (0.1 * number / COUNT)))
            self.assertTrue("stopped by you" in result.shown or result.error or result.seconds > LOST, result)
        lost = [e for e in ends if e[0] > LOST]
        print("%s: %d/%d lost of 0 to 0.1 s behind the request, latest end %.2f s" % (session.name, len(lost), COUNT, max(ends)[0]), flush=True)
        self.assertEqual(lost, [])

    def next_cell(self, session):
        """What has ended one cell does not stop the search behind it."""
        for _ in range(max(1, COUNT // 4)):
            java, search = session.start(FOREVER), session.start(TENTH % 4)
            time.sleep(0.5)  # by now it runs
            session.interrupt()
            self.assertIn("interrupted", session.wait(java).error)
            self.assertIn("4 of 4 trials", session.wait(search).shown)

    def test_an_idle_kernel_takes_no_harm(self):
        for name, session in self.sessions.items():
            with self.subTest(kernel=name):
                session.interrupt()
                self.assertTrue(session.usable())
                self.assertIsNone(session.run(CELL).error)
                session.interrupt(times=2)
                self.assertTrue(session.usable())
                self.assertEqual(session.value("iris72.history().size()"), "72")
                self.assertIsNone(session.run(CELL).error)

    def test_a_proposal_that_never_ends_and_a_study_that_was_left(self):
        def check(session, _):
            self.thinking(session)
            self.left(session)
            self.assertTrue(session.usable())

        self.kernels.each(self, check)

    def thinking(self, session):
        """One press of the button while the sampler looks for a point."""
        started = session.start(ENDLESS)
        session.first_output(started)
        time.sleep(2)  # the moment of the interrupt is the input of this test
        sent = time.monotonic()
        session.interrupt()
        result = session.wait((started[0], sent))
        print("%s: a cell that thinks ended %.2f s after its interrupt" % (session.name, result.seconds), flush=True)
        self.assertIsNone(result.error, result)
        self.assertIn("stopped by you", result.shown)
        self.assertLess(result.seconds, LATE)
        self.assertEqual(session.value("rare.history().size()"), "0")

    def left(self, session):
        """Two presses while a trial does not obey, and the study goes on as if nothing had happened."""
        for line in GATE:
            self.assertIsNone(session.run(line).error, line)
        started = session.start(STUBBORN % "left")
        session.first_output(started)
        time.sleep(1)
        session.interrupt()
        session.interrupt()
        session.wait(started)
        self.assertEqual(session.value('System.out.print("heard")'), "heard")
        self.assertIsNone(session.run("gate.countDown();").error)
        resumed = session.run("%tune resume left")
        self.assertIsNone(resumed.error, resumed)
        self.assertIsNone(session.run(STUBBORN % "whole").error)
        self.assertEqual(session.value("left.history().completedCount()"), "6")
        self.assertEqual(session.value("left" + TABLE), session.value("whole" + TABLE))
