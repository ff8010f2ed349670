"""Every tutorial runs top to bottom in every kernel and gives what is committed, but for times. A file of tests for each of the two
kernels, as these run at once."""
import glob
import os
import re
import tempfile

import kernel_ports
import nbformat
from jupyter_client import AsyncKernelManager
from kernel_session import HERE, Kernels
from nbclient import NotebookClient

NOTEBOOKS = sorted(glob.glob(os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(HERE))), "notebooks", "*.ipynb")))
TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d|(?:< )?\d[\d.,]* (?:ms|s|min|h)\b(?: \d+ s\b)?")


def said(cell):
    """What a cell shows as text, without times; an error counts by its kind alone."""
    texts = []
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            texts.append("an error")
        elif output.output_type == "stream":
            texts.append(output.text)
        else:
            texts.append(output.data.get("text/plain", ""))
    return re.sub(r"\s+", " ", TIME.sub("TIME", "\n".join(texts))).strip()


def kernels_of(path, names):
    """All of them; for a translation, whose original runs in the others, those of the newest Java."""
    newest = max(int(name.rsplit("-", 1)[1]) for name in names)
    return [name for name in names if name.endswith("-%d" % newest)] if path.endswith("_zh.ipynb") else names


class Tutorials:
    """What the tests of one kernel are; FAMILY is its name."""
    FAMILY = ""

    def test_each_gives_its_committed_outputs_on_each_kernel(self):
        self.assertGreaterEqual(len(NOTEBOOKS), 2)
        kernels = Kernels()
        try:
            for path in NOTEBOOKS:
                for kernel in kernels_of(path, [name for name in kernels.names if name.startswith(self.FAMILY)]):
                    with self.subTest(notebook=os.path.basename(path), kernel=kernel):
                        self.check(path, kernel)
        finally:
            kernels.close()

    def check(self, path, kernel):
        committed = nbformat.read(path, as_version=4)
        notebook = nbformat.read(path, as_version=4)
        manager = kernel_ports.manager(AsyncKernelManager, kernel)
        # Journals of an earlier run are not beside it then.
        with tempfile.TemporaryDirectory(prefix="fettle notebook ") as folder, open(os.devnull, "w") as nowhere:
            client = NotebookClient(notebook, km=manager, timeout=300, resources={"metadata": {"path": folder}})
            client.execute(cleanup_kc=True, stdout=nowhere, stderr=nowhere)
        for before, now in zip(committed.cells, notebook.cells):
            self.assertEqual(said(before), said(now), before.source)

    def test_each_is_small(self):
        for path in NOTEBOOKS:
            self.assertLess(os.path.getsize(path), 300_000, path)
