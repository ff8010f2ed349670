"""Interrupts at random moments: the session stays usable and keeps what was finished."""
import os
import random
import time
import unittest

from kernel_session import CELL, Kernels, Session

COUNT = int(os.environ.get("FETTLE_INTERRUPTS", "6"))


class Interrupts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kernels = Kernels()

    @classmethod
    def tearDownClass(cls):
        cls.kernels.close()

    def each(self, check):
        for name in self.kernels.names:
            with self.subTest(kernel=name):
                session = Session(name)
                try:
                    check(session, random.Random(name))
                finally:
                    session.close()

    def usable(self, session):
        self.assertEqual(session.value("1 + 1"), "2")
        self.assertIsNone(session.run("record R%d(int a) {}" % random.getrandbits(40)).error)

    def test_a_stopped_study_keeps_its_finished_trials(self):
        def check(session, rng):
            session.run(CELL)
            for _ in range(COUNT):
                started = session.start(CELL)
                session.first_output(started)
                time.sleep(rng.uniform(0, 2))  # the moment of the interrupt is the input of this test
                sent = time.monotonic()
                session.interrupt()
                result = session.wait((started[0], sent))
                self.assertIsNone(result.error, result)
                self.assertLess(result.seconds, 1, "the cell must end within a second")
                self.usable(session)
                finished = int(session.value("iris72.history().size()"))
                self.assertIn("%d of 72" % finished, result.shown)
                self.assertLessEqual(finished, 72)

        self.each(check)

    def test_twice_at_once_and_idle_and_with_a_cell_behind(self):
        def check(session, rng):
            session.interrupt()
            self.usable(session)
            started = session.start(CELL)
            session.first_output(started)
            session.interrupt(times=2)
            session.wait(started)
            self.usable(session)
            started = session.start(CELL)
            behind = session.start("6 * 7")
            session.first_output(started)
            session.interrupt()
            session.wait(started)
            result = session.wait(behind)
            self.assertEqual(result.shown, "42", result)
            self.usable(session)
            self.assertIsNone(session.run(CELL).error)
            self.assertEqual(session.value("iris72.history().size()"), "72")

        self.each(check)
