"""Writes numpy_values.txt beside it: expressions as people paste them, and the values that Python gives them.

    python numpy_values.py        needs NumPy 2
"""
import os

import numpy as np

EXPRESSIONS = [
    "np.logspace(0, -4, 3)",
    "np.logspace(-5, -1, 5)",
    "np.logspace(-4, 0, num=9)",
    "np.logspace(-3, 3, 7, base=2)",
    "np.logspace(-2, 1, 4, endpoint=False)",
    "np.logspace(-5, -1)",
    "np.geomspace(1e-4, 1e-1, 4)",
    "np.geomspace(1, 256, num=9)",
    "np.geomspace(1000, 1, 7)",
    "np.linspace(0, 1, 4)",
    "np.linspace(-0.3, 0.3, 7)",
    "np.linspace(1, 0, 5)",
    "np.linspace(0, 1, 5, endpoint=False)",
    "np.linspace(start=10, stop=110, num=11, dtype=int)",
    "np.linspace(3, 9, 1)",
    "np.arange(5)",
    "np.arange(2, 11, 3)",
    "np.arange(0.1, 1, 0.4)",
    "np.arange(1, 1.3, 0.1)",
    "np.arange(0, 0.3, 0.1)",
    "np.arange(5, 0, -2)",
    "np.arange(1, 4, dtype=float)",
    "10.0 ** -np.arange(1, 5)",
    "2 ** np.arange(3, 7)",
    "np.arange(1, 6) / 10",
    "0.1 + 0.2 * np.arange(4)",
    "np.arange(1, 4) * np.array([0.1, 0.2, 0.3])",
    "np.power(10.0, np.arange(-3, 1))",
    "np.sqrt(np.array([1, 2, 4]))",
    "np.round(np.linspace(0, 1, 7), 2)",
    "np.exp(np.linspace(-3, 0, 4))",
    "np.log10(np.array([1, 1000]))",
    "np.linspace(1, 50, 4).astype(int)",
    "np.array([0.25, 1])",
    "list(range(5, 20, 5))",
    "list(range(4))",
    "[10**-i for i in range(1, 5)]",
    "[2**x for x in range(-2, 3)]",
    "[int(x) for x in np.linspace(start=200, stop=2000, num=10)]",
    "[round(x, 1) for x in np.arange(0.05, 0.5, 0.13)]",
    "[x % 3 + 7 for x in range(3)]",
    "sorted([3, 1, 2])",
    "[1] + list(range(5, 8))",
    "[1 / 3, 2 - 0.1, -7 % 5, 2 ** -1, +3]",
]

if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "numpy_values.txt"), "w", encoding="utf-8") as out:
        for text in EXPRESSIONS:
            out.write(text + " = " + " ".join(repr(float(x)) for x in eval(text)) + "\n")
