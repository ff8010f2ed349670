"""JupyterLab 4 and Notebook 7 with both kernels, as their users see them.

Pictures are left in kernel-ext/target/pictures, or in the folder FETTLE_PICTURES. The README shows three of them, copied to
notebooks/pictures: lab-ijava-on-17-dark.png, -light.png and -live.png."""
import contextlib
import os
import re

import six_cells
from front_end import HERE, Notebook, Server, browser
from kernel_session import SMALL, KernelTest, crossed
from playwright.sync_api import sync_playwright

PICTURES = os.environ.get("FETTLE_PICTURES") or os.path.join(os.path.dirname(os.path.dirname(HERE)), "target", "pictures")
FRONTS = ("lab", "notebook")
FRAME, REPORT = 20_000, 40_000
SLOW = """%%randomsearch slow --trials 40
x ~ uniform(-2, 2)
minimize loss
Thread.sleep(200);
return x * x;"""
# Names, values, prints and messages that would be markup, that would turn the text around them, or that have no end.
HOSTILE = [
    r"""String[] odd = {"<script>alert(1)</script>", "]]><img src=x onerror=alert(2)>", "\"'><iframe src='javascript:alert(3)'>",
    "\u202Egnp.exe\u2066 \u200F", "</pre></div></table><a href='javascript:alert(4)'>click</a>", "x".repeat(100_000)};
var columns = dev.fettle.data.Bundled.table("iris").first(9);
columns.column("species").setName("<b onmouseover=alert(5)>species");""",
    """%%gridsearch hostile
word in ${odd}
note = '<img src=x onerror=alert(6)>'
minimize loss
System.out.println(word);
if (word.contains("iframe")) throw new IllegalStateException("<script>alert(7)</script>" + word);
return Map.of("loss", 1.0 * word.length(), "<svg onload=alert(8)>", 1.0);""",
    "hostile.table()", "columns", "%tune show hostile prints", "%tune plot hostile slice", "%tune show <img>alert(9)",
    "%%gridsearch g --model '<script>alert(10)</script>' --data iris\nx in {1}",
    "%%gridsearch g\nx in {1, 2}\nminimize loss\nif (true) throw new Error(odd[5] + odd[1]);\nreturn x;",
]
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PICTURES_DRAWN = "() => [...document.querySelectorAll('.jp-OutputArea img')].map(image => image.naturalWidth > 0)"
FAINT = open(os.path.join(HERE, "faint.js")).read()
FOREIGN = open(os.path.join(HERE, "foreign.js")).read()
FRESH = "() => { watched.frames = []; watched.heights = []; }"


class FrontEnds(KernelTest):
    @classmethod
    def setUpClass(cls):
        path = browser()
        super().setUpClass()
        os.makedirs(PICTURES, exist_ok=True)
        cls.server = Server()
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.server.close()
        super().tearDownClass()

    def notebook(self, front, kernel, cells):
        """A notebook of its own."""
        name = "%s-%s-%s.ipynb" % (front, kernel, self.id().rsplit(".", 1)[-1])
        self.server.write(name, kernel, cells)
        return self.opened(front, name)

    @contextlib.contextmanager
    def opened(self, front, name):
        """A notebook in a page; what goes wrong leaves a picture."""
        context = self.browser.new_context(viewport={"width": 1100, "height": 1400})
        page = context.new_page()
        page.add_init_script(path=os.path.join(HERE, "watch.js"))
        try:
            yield Notebook(page, self.server, front, name)
        except BaseException:
            page.screenshot(path=self.place("failed", name))
            raise
        finally:
            context.close()

    def each(self, check):
        """In both front ends and both kernels."""
        for front, kernel in crossed(FRONTS, self.kernels.names):
            with self.subTest(front=front, kernel=kernel):
                check(front, kernel)

    def test_the_six_cells_run_as_they_are_written(self):
        def check(front, kernel):
            with self.notebook(front, kernel, six_cells.ALL) as notebook:
                for index, cell in enumerate(six_cells.ALL):
                    notebook.page.evaluate(FRESH)
                    shown = notebook.run(index)
                    if cell in six_cells.TUNED:
                        self.assertRegex(shown, r"finished: (\d+) of \1 (points|trials)", cell)
                        self.lives(notebook.page.evaluate("watched"), cell)
                        self.plain(notebook.html(index))
                        notebook.picture(index, self.place(front, kernel, six_cells.TUNED[cell]))

        self.each(check)

    def lives(self, watched, cell):
        """What a cell showed while it ran: seldom and short frames of one height, and behind them a report."""
        *frames, report = watched["frames"]
        self.assertGreaterEqual(len(frames), 2, cell)
        self.assertLessEqual(max(frame["bytes"] for frame in frames), FRAME, cell)
        seconds = (report["time"] - frames[0]["time"]) / 1000
        self.assertLessEqual(len(frames), 5 * seconds + 2, cell)
        live = {h["height"] for h in watched["heights"] if re.search("reading the cell|Drawn at", h["text"])}
        notes = [frame for frame in frames if frame["kind"] == "display_data"][1:]
        self.assertIn(len(live), range(1, 2 + len(notes)), (cell, watched["heights"]))
        self.assertLessEqual(len(report["html"]), REPORT, cell)
        self.assertLessEqual(len(report["text"].splitlines()), 20, cell)

    def test_a_colleague_who_trusts_nobody_reads_the_same(self):
        def check(front, kernel):
            with self.notebook(front, kernel, [SMALL]) as notebook:
                shown = notebook.run(0)
                notebook.save()
                other = self.server.copy(notebook.name)
            with self.opened(front, other) as copy:
                self.assertEqual(copy.shown(1), shown)
                self.assertEqual(copy.page.evaluate(PICTURES_DRAWN), [True])
                copy.picture(1, self.place(front, kernel, "untrusted"))

        self.each(check)

    def test_dark_is_dark_and_can_be_read(self):
        def check(front, kernel):
            with self.notebook(front, kernel, [six_cells.GRID]) as notebook:
                notebook.run(0)
                for theme in ("JupyterLab Dark", "JupyterLab Light"):
                    notebook.command("apputils:change-theme", theme=theme)
                    notebook.page.wait_for_function("dark => document.body.dataset.jpThemeLight === String(!dark)", arg="Dark" in theme)
                    # JupyterLab covers the page while a theme is brought.
                    notebook.page.locator("#jupyterlab-splash").wait_for(state="detached")
                    notebook.picture(0, self.place(front, kernel, theme.split()[1].lower()))
                    self.assertEqual(notebook.page.evaluate(FAINT), [], theme)

        self.each(check)

    def test_a_page_that_is_loaded_again_says_how_to_see_the_present(self):
        def check(front, kernel):
            with self.notebook(front, kernel, [SLOW, "%tune show slow"]) as notebook:
                notebook.start(0)
                notebook.until(0, r"Drawn at")
                notebook.save()
                notebook.page.reload()
                notebook.ready()
                self.assertRegex(notebook.shown(0), r"Drawn at [0-9:]+; how it stands now: +%tune show slow")
                self.assertIn("finished: 40 of 40 trials", notebook.run(1))

        self.each(check)

    def test_stop_ends_a_cell_with_the_report_of_what_is_done(self):
        def check(front, kernel):
            with self.notebook(front, kernel, [SLOW, "slow.history().size() > 0"]) as notebook:
                notebook.start(0)
                notebook.until(0, r"1\d/40 ")
                notebook.picture(0, self.place(front, kernel, "live"))
                notebook.page.locator("[data-command='notebook:interrupt-kernel']").click()
                self.assertRegex(notebook.wait(0), r"Random search stopped by you: \d+ of 40 trials")
                self.assertIn("true", notebook.run(1))

        self.each(check)

    def test_what_users_and_data_wrote_is_text(self):
        with self.notebook("lab", self.kernels.names[0], HOSTILE) as notebook:
            dialogs = []
            notebook.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
            shown = [notebook.run(index) for index in range(len(HOSTILE))]
            notebook.page.locator("summary").evaluate_all("all => all.forEach(one => one.click())")
            self.assertEqual((dialogs, notebook.page.evaluate(FOREIGN)), ([], []))
            self.assertTrue(all(notebook.page.evaluate(PICTURES_DRAWN)))
            notebook.picture(1, self.place("hostile"))
        report, others = shown[1], "\n".join(shown[2:])
        for text in ("<script>alert(1)</script>", "]]><img src=x onerror=alert(2)>", "\"'><iframe src='javascript:alert(3)'>", "gnp.exe",
                     "</pre></div></table><a", "<img src=x onerror=alert(6)>", "<script>alert(7)</script>", "<svg onload=alert(8)>"):
            self.assertIn(text, report)
        for text in ("<b onmouseover=alert(5)>species", "(<img>alert(9))", "<script>alert(10)</script>"):
            self.assertIn(text, others)
        self.assertNotRegex("\n".join(shown), TURNING)
        self.assertLess(max(map(len, shown)), REPORT)

    def place(self, *words):
        """Where a picture goes."""
        return os.path.join(PICTURES, "-".join(words) + ".png")

    def plain(self, html):
        self.assertIn("<div style=", html)
        for tag in ("<script", "<style", "<svg", "javascript:"):
            self.assertNotIn(tag, html)
