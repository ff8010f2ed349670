package dev.fettle.mlp;

import org.jspecify.annotations.Nullable;

/**
 * Linear algebra on rows, an array of doubles each. The loops run from 0 over whole arrays without conditions and with one
 * index, which is what HotSpot's C2 vectorises if a body has no more than eight multiplications; a sum into one variable has
 * a fixed order and is not vectorised, so the dot products come twelve at a time to keep the multiply-add units busy.
 */
final class Rows {
    private Rows() {}

    /** z = s. */
    static void fill(double[] z, double s, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = s;
        }
    }

    /** z += s·a. */
    static void add(double[] z, double s, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.fma(s, a[i], z[i]);
        }
    }

    /** z = a − b. */
    static void subtract(double[] z, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = a[i] - b[i];
        }
    }

    /** z = max(z, a); NaN wins. */
    static void max(double[] z, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(z[i], a[i]);
        }
    }

    /** z += a·b, element by element. */
    static void addProduct(double[] z, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.fma(a[i], b[i], z[i]);
        }
    }

    /** z /= a, element by element. */
    static void divide(double[] z, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            z[i] /= a[i];
        }
    }

    /** Σ w·x², where no weights mean ones. */
    static double squares(double[] x, double @Nullable [] w, int n) {
        if (w == null) {
            return dot(x, x, n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += w[i] * x[i] * x[i];
        }
        return sum;
    }

    static double sum(double[] x, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < n; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    static double dot(double[] x, double[] y, int n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < n; i++) {
            a = Math.fma(x[i], y[i], a);
        }
        return (a + b) + (c + d);
    }
}
