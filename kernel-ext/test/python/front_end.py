"""JupyterLab and Notebook as users have them: a real server, real kernels, a page in a real browser that nobody sees."""
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

import kernel_ports
import nbformat
from playwright.sync_api import sync_playwright

HERE = os.path.dirname(os.path.abspath(__file__))
# Where a notebook opens, by front end.
PATHS = {"lab": "lab/tree/%s?reset&", "notebook": "notebooks/%s?"}
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIMIT = 120_000
CELL = ".jp-Notebook .jp-Cell"
CONNECTED = """() => {
    const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
    return context?.isReady && context.session?.kernel?.connectionStatus === "connected";
}"""
ANSWERS = """limit => Promise.race([
    jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestKernelInfo(),
    new Promise((_, reject) => setTimeout(() => reject(new Error("The kernel was silent.")), limit)),
]).then(() => true)"""
PROMPT = "([selector, index, text]) => document.querySelectorAll(selector)[index].querySelector('.jp-InputPrompt').textContent.match(text)"
SHOWN = "([selector, index, text]) => document.querySelectorAll(selector)[index].querySelector('.jp-OutputArea').innerText.match(text)"


def chromium():
    """The path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def install_chromium():
    """Brings Debian's, where we may."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        for words in (["update"], ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"]):
            subprocess.run(["apt-get", "-q"] + words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, check=False)
    return chromium()


def browser():
    path = chromium() or install_chromium()
    if not path and os.environ.get("CI"):
        raise AssertionError("Chromium must be there, or be installable from Debian.")
    if not path:
        raise unittest.SkipTest("Front ends are not looked at: there is no Chromium. Maybe apt-get install chromium.")
    return path


class Server:
    """A Jupyter server in a folder of its own; it offers both front ends, and the kernels of JUPYTER_PATH."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="fettle pages ")
        self.token = secrets.token_hex(8)
        self.port = next(filter(kernel_ports.free, kernel_ports.PORTS))
        settings = os.path.join(self.folder, ".config", "lab", "user-settings", "@jupyterlab", "apputils-extension")
        os.makedirs(settings)
        with open(os.path.join(settings, "notification.jupyterlab-settings"), "w") as f:
            f.write('{"fetchNews": "false"}')
        env = dict(os.environ, JUPYTER_CONFIG_DIR=os.path.join(self.folder, ".config"), JUPYTER_DATA_DIR=os.path.join(self.folder, ".data"), PYTHONPATH=HERE)
        command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.root_dir", self.folder, "--ServerApp.port", str(self.port),
                   "--IdentityProvider.token", self.token, "--LabApp.expose_app_in_browser=True", "--JupyterNotebookApp.expose_app_in_browser=True",
                   "--MappingKernelManager.kernel_manager_class", "served_kernel.ServedKernel"]
        self.process = subprocess.Popen(command, env=env, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace")
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "is running at" in line:
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return
        raise AssertionError("Jupyter's server must start:\n" + "".join(said[-20:]))

    def write(self, name, kernel, cells):
        """A notebook of code cells without outputs."""
        metadata = {"kernelspec": {"name": kernel, "display_name": kernel, "language": "java"}}
        notebook = nbformat.v4.new_notebook(metadata=metadata, cells=list(map(nbformat.v4.new_code_cell, cells)))
        nbformat.write(notebook, os.path.join(self.folder, name))

    def read(self, name):
        return nbformat.read(os.path.join(self.folder, name), as_version=4)

    def copy(self, name):
        """The same notebook below a first cell that nobody has run: to the server a stranger's. Returns its name."""
        notebook = self.read(name)
        notebook.cells.insert(0, nbformat.v4.new_markdown_cell("A copy"))
        nbformat.write(notebook, os.path.join(self.folder, "copy-" + name))
        return "copy-" + name

    def url(self, front, name):
        return "http://127.0.0.1:%d/" % self.port + PATHS[front] % name + "token=" + self.token

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Notebook:
    """A notebook that is open in a front end, with a kernel that is ready."""

    def __init__(self, page, server, front, name):
        self.page = page
        self.name = name
        page.set_default_timeout(LIMIT)
        page.goto(server.url(front, name))
        self.ready()

    def ready(self):
        self.page.wait_for_selector(CELL)
        self.page.wait_for_function(CONNECTED)
        self.page.evaluate(ANSWERS, LIMIT)

    def cell(self, index):
        return self.page.locator(CELL).nth(index)

    def start(self, index):
        """Runs a cell and does not wait."""
        self.cell(index).locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Control+Enter")

    def wait(self, index):
        """Until a cell has its number; returns what it shows."""
        self.page.wait_for_function(PROMPT, arg=[CELL, index, r"\d"])
        return self.shown(index)

    def run(self, index):
        self.start(index)
        return self.wait(index)

    def shown(self, index):
        return self.cell(index).locator(".jp-OutputArea").first.inner_text()

    def until(self, index, pattern):
        """Waits until a cell shows a text."""
        self.page.wait_for_function(SHOWN, arg=[CELL, index, pattern])

    def picture(self, index, path):
        self.cell(index).screenshot(path=path)

    def html(self, index):
        """The markup of what a cell shows, without the front end's own."""
        return "".join(self.cell(index).locator(".jp-RenderedHTMLCommon").evaluate_all("all => all.map(one => one.innerHTML)"))

    def command(self, name, **arguments):
        self.page.evaluate("([name, words]) => jupyterapp.commands.execute(name, words)", [name, arguments])

    def save(self):
        self.command("docmanager:save")
