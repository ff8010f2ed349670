"""What a user does in a session: random search over their own Java, every verb of %tune, and mistakes."""

from kernel_session import KernelTest

BOWL = """%%randomsearch bowl --trials 40 --jobs 2
x ~ uniform(-10, 10) default 1
k in {1, 2}
scale = 2.5
minimize loss
square(x - shift) * scale + k
"""
BUMPY = """%%randomsearch bumpy --trials 12
x in 1..12
maximize score
if (x > 9) throw new IllegalArgumentException("x must be at most 9");
return x;
"""
ENDLESS = """%%randomsearch loop --trials 12 --trial-time 300ms
x in 1..12
maximize score
long turns = 0;
while (x == 5) turns++;
return x + turns;
"""


class RandomSearch(KernelTest):
    def each(self, check):
        self.kernels.each(self, check)

    def shows(self, session, cell, *parts):
        result = session.run(cell)
        self.assertIsNone(result.error, (cell, result))
        for part in parts:
            self.assertIn(part, result.shown, cell)
        return result.shown

    def fails(self, session, cell, *parts):
        result = session.run(cell)
        self.assertIsNotNone(result.error, (cell, result.shown))
        for part in parts:
            self.assertIn(part, result.shown, cell)
        self.assertNotIn("\tat ", result.shown)
        return result.shown

    def test_help_is_there_before_anything_else(self):
        def check(session, _):
            self.shows(session, "%tune", "No study yet")
            for magic in ("gridsearch", "randomsearch", "bayesopt", "tpe", "cmaes", "genetic", "swarm", "gradient", "hyperband"):
                for cell in ("%%%s", "%%%s?", "%%%s --help", "%%%%%s --help\nx in {1}"):
                    self.shows(session, cell % magic, "%%" + magic, "--trials N", "--dry-run", "maximize NAME")
            for cell in ("%tune?", "%tune --help", "%tune help"):
                self.shows(session, cell, "%tune resume NAME")

        self.each(check)

    def test_a_session_from_the_first_run_to_the_last_resume(self):
        def check(session, _):
            self.assertIsNone(session.run("double square(double v) { return v * v; }").error)
            self.assertIsNone(session.run("double shift = 3;").error)
            dry = self.shows(session, BOWL.replace("bowl", "bowl --dry-run"), "~ uniform(-10", "One point at x = 1", "Nothing else was run.")
            self.assertNotIn("finished", dry)
            self.assertIsNotNone(session.run("bowl").error)
            self.shows(session, BOWL, "Random search finished: 40 of 40 trials", "Baseline, the defaults: 11.00 at trial 1.", "Constant: scale = 2.5.")
            self.assertEqual(session.value("square(bowl.best().x() - shift) * 2.5 + bowl.best().k() == bowl.score()"), "true")
            self.shows(session, "%tune", "bowl: Random search finished: 40 of 40")
            self.shows(session, "%tune show bowl", "Best loss")
            self.shows(session, "%tune plot bowl slice x", "loss")
            for cell, sentence in (("%tune plot bowl slise x", "Maybe slice"), ("%tune show bwol", "Maybe bowl")):
                result = session.run(cell)
                self.assertEqual(1, (result.shown + str(result.error)).count(sentence), result)
            self.shows(session, "%tune resume bowl --trials 45", "45 of 45 trials", "Resumed behind 40 trials")
            self.assertIsNone(session.run("double shift = -3;").error)
            self.shows(session, "%tune resume bowl --trials 50", "Variable shift has changed since the first 45 trials")
            self.assertEqual(session.value("bowl.history().size()"), "50")
            self.shows(session, "%randomsearch again --like bowl --trials 6 --seed 3", "6 of 6 trials", "seed 3.")
            narrow = BOWL.replace("bowl", "narrow --from bowl").replace("-10, 10", "-5, 0").replace(" default 1", "")
            self.shows(session, narrow, "From bowl: the best ")
            self.shows(session, BOWL.replace("bowl ", ""), "%tune last")
            self.shows(session, "%tune last mine", "mine: Random search finished")
            self.assertEqual(session.value("mine.history().size()"), "40")

        self.each(check)

    def test_standing_options(self):
        def check(session, _):
            cell = "%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize score\nx"
            self.shows(session, "%tune set seed 7", "--seed 7")
            self.shows(session, cell, "seed 7.")
            self.shows(session, cell.replace("3\n", "3 --seed 8\n"), "seed 8.")
            self.shows(session, "%tune set seed", "Nothing is set")
            self.shows(session, cell, "seed 42.")
            self.assertIn("Maybe seed", session.run("%tune set sed 7").error)

        self.each(check)

    def test_trials_that_go_wrong(self):
        def check(session, _):
            self.shows(session, BUMPY, "3 of 12 trials failed", "x must be at most 9", "x = 10")
            for cell in ("%tune failures bumpy", "%tune show bumpy failed"):
                self.shows(session, cell, "IllegalArgumentException", "x must be at most 9")
            session.run("// of an earlier cell\nint q = 1;\nint size(String text) {\n  return text.length();\n}")
            place = ['because "text" is null', "size, line 2, column 10", "return text.length();", "^~~~~~~~~~~~~"]
            self.fails(session, "%%gridsearch lost\nx in {1}\nminimize f\nString none = null;\nreturn size(none);", *place)
            shown = self.shows(session, "%tune show lost failed", "at size, line 2\n", "at line 5\n", *place)
            self.assertNotIn("REPL", shown)
            self.fails(session, BUMPY.replace("bumpy", "bumpy --on-error stop"), "stopped at the first failure")
            self.assertEqual(session.value("bumpy.history().size() < 12"), "true")
            self.fails(session, BUMPY.replace("> 9", "> 0"), "nothing worked", "x must be at most 9")
            shown = self.shows(session, ENDLESS, "12 of 12 points", "Abandoned", "(x = 5)", "Best score 12.00")
            self.assertIn("core", shown)
            self.assertTrue(session.usable())
            self.assertEqual(session.value("loop.history().completedCount()"), "11")

        self.each(check)

    def test_what_would_hurt_the_session_is_refused(self):
        def check(session, _):
            self.assertIsNone(session.run('String text = "mine";').error)
            self.assertIsNone(session.run(BUMPY).error)
            for ending in ("System.exit(0)", "Runtime.getRuntime().halt(1)", "java.lang.System.exit(3)"):
                self.fails(session, BUMPY.replace("return x", ending + "; return x"), "line 5", "must not stand here", "study bumpy is unchanged")
            self.fails(session, BUMPY.replace("bumpy", "text"), "it is a variable of type String")
            self.fails(session, BUMPY.replace("x in 1..12", "x in 1..12\nrequire x > 12"), "it holds for none")
            many = self.fails(session, BUMPY.replace("--trials", "--trails").replace("x in", "x on").replace("maximize", "maximise"), "Maybe --trials")
            self.assertIn("line 2", many)
            self.assertEqual(session.value("bumpy.history().size() + text"), "12mine")
            self.assertTrue(session.usable())

        self.each(check)
