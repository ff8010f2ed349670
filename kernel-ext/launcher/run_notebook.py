"""Runs in the local environment: executes a notebook cell by cell, writes it and an HTML page."""
import os
import sys
import time

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbconvert import HTMLExporter


class Reporting(NotebookClient):
    """Tells each cell as it ends."""

    async def async_execute_cell(self, cell, cell_index, **kw):
        if cell.cell_type != "code" or not cell.source.strip():
            return await super().async_execute_cell(cell, cell_index, **kw)
        start = time.monotonic()
        first = cell.source.strip().splitlines()[0][:70]
        print("[%d/%d] %s" % (cell_index + 1, len(self.nb.cells), first), end="", flush=True)
        try:
            return await super().async_execute_cell(cell, cell_index, **kw)
        finally:
            failed = any(o.output_type == "error" for o in cell.get("outputs", []))
            expected = "raises-exception" in cell.metadata.get("tags", [])
            word = ("failed, as it should" if expected else "FAILED") if failed else "ok"
            print("  %s %.1f s" % (word, time.monotonic() - start), flush=True)


def main(source, out, kernel, allow_errors):
    notebook = nbformat.read(source, as_version=4)
    folder = os.path.dirname(source)
    client = Reporting(notebook, kernel_name=kernel, timeout=None, allow_errors=allow_errors, record_timing=False, resources={"metadata": {"path": folder}})
    code = 0
    try:
        # Kernels log to their standard error; what matters is in the cells.
        with open(os.devnull, "w") as nowhere:
            client.execute(stdout=nowhere, stderr=nowhere)
    except CellExecutionError as e:
        print(str(e).strip().splitlines()[-1], file=sys.stderr)
        code = 1
    nbformat.write(notebook, out)
    page, _ = HTMLExporter().from_notebook_node(notebook)
    html = os.path.splitext(out)[0] + ".html"
    with open(html, "w", encoding="utf-8") as f:
        f.write(page)
    print("Wrote %s and %s" % (out, html))
    failed = any(
        o.output_type == "error"
        for c in notebook.cells
        if "raises-exception" not in c.metadata.get("tags", [])
        for o in c.get("outputs", [])
    )
    return 1 if code or (failed and not allow_errors) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], "--allow-errors" in sys.argv))
