"""Runs in the local environment: executes a notebook cell by cell, writes it and, if asked, an HTML page."""
import argparse
import asyncio
import contextlib
import os
import signal
import sys
import time

import nbformat
from jupyter_core.utils import ensure_async
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbconvert import HTMLExporter

STOPPED = "Stopped; what had run is written."


class Stopped(Exception):
    """The user has stopped the run behind a cell."""


class Reporting(NotebookClient):
    """Tells each cell as it ends. An interrupt of the keyboard is the stop button: it goes to the kernel, and no further cell runs."""

    stopped = False

    def stop(self):
        self.stopped = True
        asyncio.ensure_future(ensure_async(self.km.interrupt_kernel()))

    async def async_execute_cell(self, cell, cell_index, **kw):
        if cell.cell_type != "code" or not cell.source.strip():
            return await super().async_execute_cell(cell, cell_index, **kw)
        # Instead of what nbclient has set, which takes the kernel away. Windows has no such thing: there execute() is left.
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self.stop)
        start = time.monotonic()
        first = cell.source.strip().splitlines()[0][:70]
        print("[%d/%d] %s" % (cell_index + 1, len(self.nb.cells), first), end="", flush=True)
        try:
            done = await super().async_execute_cell(cell, cell_index, **kw)
        finally:
            word = ("failed, as it should" if expected(cell) else "FAILED") if failed(cell) else "ok"
            print("  %s %.1f s" % (word, time.monotonic() - start), flush=True)
        if self.stopped:
            raise Stopped
        return done


def failed(cell):
    return any(o.output_type == "error" for o in cell.get("outputs", []))


def expected(cell):
    return "raises-exception" in cell.metadata.get("tags", [])


def execute(client):
    """Runs the cells; what ended them early, in a sentence, or nothing."""
    try:
        # Kernels log to their standard error; what matters is in the cells.
        with open(os.devnull, "w") as nowhere:
            client.execute(stdout=nowhere, stderr=nowhere)
    except CellExecutionError as e:
        return STOPPED if client.stopped else str(e).strip().splitlines()[-1]
    except DeadKernelError:
        return "Kernel (%s) must live to the end, and died; what had run is written." % client.kernel_name
    except (Stopped, KeyboardInterrupt):
        return STOPPED
    return None


def write(notebook, path):
    if path.endswith(".html"):
        text = HTMLExporter().from_notebook_node(notebook)[0]
    else:
        text = nbformat.writes(notebook) + "\n"
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def main(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("kernel")
    parser.add_argument("out", nargs="+")
    parser.add_argument("--allow-errors", action="store_true")
    args = parser.parse_args(words)
    try:
        notebook = nbformat.read(args.source, as_version=4)
    except Exception as e:  # Whatever nbformat finds in a file, and it finds it in many ways.
        print("fettle: Notebook (%s) must be a Jupyter notebook: %s" % (args.source, str(e).strip().splitlines()[0]), file=sys.stderr)
        return 2
    folder = os.path.dirname(args.source)
    client = Reporting(notebook, kernel_name=args.kernel, timeout=None, allow_errors=args.allow_errors, record_timing=False, resources={"metadata": {"path": folder}})
    trouble = execute(client)
    for path in args.out:
        write(notebook, path)
    print("Wrote " + " and ".join(args.out))
    if trouble:
        print("fettle: " + trouble, file=sys.stderr)
    return 1 if trouble or not args.allow_errors and any(failed(c) and not expected(c) for c in notebook.cells) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
