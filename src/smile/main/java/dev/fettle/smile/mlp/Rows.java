package dev.fettle.smile.mlp;

/**
 * Linear algebra on rows, an array of doubles each. The loops run from 0 over whole arrays without conditions, which is
 * what HotSpot's C2 vectorises; a sum into one variable has a fixed order and is not vectorised, so the dot products come
 * twelve at a time to keep the multiply-add units busy.
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

    /** z = t + p·a + q·b + r·c + s·d. */
    static void set(
            double[] z,
            double t,
            double p,
            double[] a,
            double q,
            double[] b,
            double r,
            double[] c,
            double s,
            double[] d,
            int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.fma(p, a[i], Math.fma(q, b[i], Math.fma(r, c[i], Math.fma(s, d[i], t))));
        }
    }

    /** z += p·a + q·b + r·c + s·d. */
    static void add(
            double[] z, double p, double[] a, double q, double[] b, double r, double[] c, double s, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.fma(p, a[i], Math.fma(q, b[i], Math.fma(r, c[i], Math.fma(s, d[i], z[i]))));
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

    /**
     * The dot products of three rows with four: {@code out[0..4)} = x·a … x·d, {@code out[4..8)} = y·a … and {@code
     * out[8..12)} = z·a ….
     */
    static void dots(
            double[] out, double[] x, double[] y, double[] z, double[] a, double[] b, double[] c, double[] d, int n) {
        double xa = 0;
        double xb = 0;
        double xc = 0;
        double xd = 0;
        double ya = 0;
        double yb = 0;
        double yc = 0;
        double yd = 0;
        double za = 0;
        double zb = 0;
        double zc = 0;
        double zd = 0;
        for (int i = 0; i < n; i++) {
            double ai = a[i];
            double bi = b[i];
            double ci = c[i];
            double di = d[i];
            xa = Math.fma(x[i], ai, xa);
            xb = Math.fma(x[i], bi, xb);
            xc = Math.fma(x[i], ci, xc);
            xd = Math.fma(x[i], di, xd);
            ya = Math.fma(y[i], ai, ya);
            yb = Math.fma(y[i], bi, yb);
            yc = Math.fma(y[i], ci, yc);
            yd = Math.fma(y[i], di, yd);
            za = Math.fma(z[i], ai, za);
            zb = Math.fma(z[i], bi, zb);
            zc = Math.fma(z[i], ci, zc);
            zd = Math.fma(z[i], di, zd);
        }
        out[0] = xa;
        out[1] = xb;
        out[2] = xc;
        out[3] = xd;
        out[4] = ya;
        out[5] = yb;
        out[6] = yc;
        out[7] = yd;
        out[8] = za;
        out[9] = zb;
        out[10] = zc;
        out[11] = zd;
    }
}
