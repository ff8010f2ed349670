"""The first cell of a user, in real kernels."""
import re

from kernel_session import CELL, SMALL, Session, SessionTest

TYPED = "iris72.best().alpha() + iris72.best().hidden_layer_sizes()[0] + iris72.best().solver().length()"
BARE = 'iris72.table().removeColumns("seconds").write().toString("csv")'

BAD = {
    "misspelt option": (CELL.replace("--cv", "--cvv"), "Maybe --cv"),
    "misspelt parameter": (CELL.replace("alpha", "alpah"), "Maybe alpha"),
    "misspelt value": (CELL.replace("adaptive", "adaptve"), "Maybe adaptive"),
    "unknown value": (CELL.replace("sgd", "rmsprop"), "solver (rmsprop) must be one of lbfgs, sgd, adam."),
    "empty set": (CELL.replace("{tanh, relu}", "{}"), "Set ({}) must have at least one value."),
    "duplicate name": (CELL + "alpha in {1, 2}\n", "Name (alpha) must stand once"),
    "duplicate value": (CELL.replace("0.001,", "0.0001,"), "must stand once in a set"),
    "no such column": (CELL.replace("species", "spcies"), "Maybe species."),
    "missing values": (CELL.replace("--data iris", "--data holes").replace("species", "y"), "Column (x) must have no missing values; it has 1"),
    "name of a variable": (CELL.replace("iris72", "text"), "it is a variable of type String"),
    "other splits": (CELL.replace("--cv 5", "--folds leave-one-out --replicate"), "there is no other split of the rows"),
    "names of another model": (CELL.replace("mlp", "random_forest"), "Parameter (hidden_layer_sizes) must be one that random_forest has"),
    "no model": (CELL.replace("mlp", "random_forrest"), "Maybe random_forest."),
    "unicode": (CELL + "größe in {1}\n", "Parameter (größe) must be one that mlp has"),
    "no name": (CELL + "größe-2 in {1}\n", "must be letters, digits and underscores"),
}


class GridSearch(SessionTest):
    def test_every_kernel_jdk_and_number_of_jobs_gives_the_same_table(self):
        tables = {}
        for name, session in self.sessions.items():
            for jobs in (1, 2, 8):
                result = session.run(CELL.replace("--cv 5", "--cv 5 --jobs %d" % jobs))
                self.assertIsNone(result.error, result)
                self.assertIn("72 of 72 points, 5-fold CV, 270 fits", result.shown)
                tables[name, jobs] = session.value(BARE)
            self.assertEqual(session.value("iris72.history().size()"), "72")
            self.assertIsNone(session.run(TYPED).error)
            self.assertEqual(session.value("iris72.model().predict(new double[] {5.1, 3.5, 1.4, 0.2})"), "0")
        self.assertEqual(len(set(tables.values())), 1, "tables differ")
        self.assertEqual(len(next(iter(tables.values())).strip().splitlines()), 73)

    def test_bad_input_has_a_message_and_loses_nothing(self):
        for name, session in self.sessions.items():
            session.run(CELL.replace("--cv 5", "--cv 2 --jobs 2"))
            session.run("import tech.tablesaw.api.*;")
            session.run('String text = "mine";')
            session.run('Table holes = Table.create(DoubleColumn.create("x", 1, Double.NaN, 3), StringColumn.create("y", "a", "b", "a"));')
            for what, (cell, message) in BAD.items():
                with self.subTest(kernel=name, what=what):
                    result = session.run(cell)
                    self.assertIsNotNone(result.error)
                    self.assertIn(message, result.shown)
                    self.assertNotIn("\tat ", result.shown)
                    self.assertLess(result.seconds, 5)
            self.assertEqual(session.value("iris72.history().size()"), "72")
            self.assertEqual(session.value("text"), "mine")

    def test_jjava_completes_each_magic(self):
        for name, session in self.sessions.items():
            if name.startswith("jjava"):
                with self.subTest(kernel=name):
                    magics = re.search(r"followed by (.*), or nothing", session.run("%tune help nosuch").error)[1].split(", ")
                    self.assertGreaterEqual(len(magics), 9)
                    self.assertEqual(set(magics) - {found.strip("%?") for found in session.complete("%%")}, set())
                    self.assertIn("%tune", session.complete("%tu"))

    def test_arrays_are_shown_as_they_are_typed(self):
        for name, session in self.sessions.items():
            with self.subTest(kernel=name):
                session.run("%%gridsearch arrays\nw[2] in {0.1, 0.2}\nunits in {(100, 50)}\nmaximize a\nw[0] - w[1]")
                self.assertEqual(session.run("arrays.best().w()").shown.strip(), "(0.2, 0.1)")
                self.assertEqual(session.run("arrays.best().units()").shown.strip(), "(100, 50)")
                self.assertEqual(session.run("new double[][] {{1}, {2, 0.5}}").shown.strip(), "((1.0), (2.0, 0.5))")

    def test_tabs_and_windows_line_ends_mean_nothing(self):
        for session in self.sessions.values():
            result = session.run(SMALL.replace("  ", "\t").replace("\n", "\r\n"))
            self.assertIsNone(result.error, result)
            self.assertIn("24 of 24", result.shown)

    def test_one_cell_is_enough_in_a_kernel_that_knows_nothing_of_fettle(self):
        for name in self.kernels.names:
            bare, jar = self.kernels.bare(name)
            session = Session(bare)
            try:
                line = "\ndev.fettle.kernel.ijava.Fettle.install();" if name.startswith("ijava") else ""
                self.assertIsNone(session.run('%classpath "' + jar + '"' + line).error)
                result = session.run(SMALL)
                self.assertIsNone(result.error, result)
                self.assertIn("24 of 24", result.shown)
            finally:
                session.close()
