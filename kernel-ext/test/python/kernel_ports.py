"""Ports for kernels that nobody else takes between their choice and the kernel's start.

Jupyter's own choice asks the system for free ports seconds before the kernel binds them; meanwhile another process may be
given the same, and a kernel that finds its port taken stays silent for ever. Ours lie below those that systems give to
outgoing connections, and each process that runs tests has a block of its own."""
import itertools
import os
import socket

FIRST, BLOCK = 12_000, 300
VARIABLE = "FETTLE_TEST_PORTS"
NAMES = ("shell_port", "iopub_port", "stdin_port", "hb_port", "control_port")
START = FIRST + BLOCK * int(os.environ.get(VARIABLE, "0"))
PORTS = itertools.cycle(range(START, START + BLOCK))


def free(port):
    with socket.socket() as one:
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def five():
    """The next five ports that are free, by their names."""
    return dict(zip(NAMES, filter(free, PORTS)))


def manager(kind, name):
    """A kernel manager of a kind on the next five ports."""
    return kind(kernel_name=name, cache_ports=False, **five())
