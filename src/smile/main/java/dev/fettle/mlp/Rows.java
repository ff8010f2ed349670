package dev.fettle.mlp;

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

    /**
     * Two rows at once from four others: {@code y = t[0] + t[1]·a + t[2]·b + t[3]·c + t[4]·d} and {@code z = t[5] + t[6]·a + … + t[9]·d}.
     */
    static void set(double[] y, double[] z, double[] t, double[] a, double[] b, double[] c, double[] d, int n) {
        double y0 = t[0];
        double y1 = t[1];
        double y2 = t[2];
        double y3 = t[3];
        double y4 = t[4];
        double z0 = t[5];
        double z1 = t[6];
        double z2 = t[7];
        double z3 = t[8];
        double z4 = t[9];
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(y1, a[i], Math.fma(y2, b[i], Math.fma(y3, c[i], Math.fma(y4, d[i], y0))));
            z[i] = Math.fma(z1, a[i], Math.fma(z2, b[i], Math.fma(z3, c[i], Math.fma(z4, d[i], z0))));
        }
    }

    /**
     * The same added to what the rows hold; {@code t[0]} and {@code t[5]} do not count.
     */
    static void add(double[] y, double[] z, double[] t, double[] a, double[] b, double[] c, double[] d, int n) {
        double y1 = t[1];
        double y2 = t[2];
        double y3 = t[3];
        double y4 = t[4];
        double z1 = t[6];
        double z2 = t[7];
        double z3 = t[8];
        double z4 = t[9];
        for (int i = 0; i < n; i++) {
            y[i] = Math.fma(y1, a[i], Math.fma(y2, b[i], Math.fma(y3, c[i], Math.fma(y4, d[i], y[i]))));
            z[i] = Math.fma(z1, a[i], Math.fma(z2, b[i], Math.fma(z3, c[i], Math.fma(z4, d[i], z[i]))));
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

    /**
     * The same, and the sums of x, y and z in {@code out[12..15)}.
     */
    static void dotsAndSums(
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
        double sx = 0;
        double sy = 0;
        double sz = 0;
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
            sx += x[i];
            sy += y[i];
            sz += z[i];
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
        out[12] = sx;
        out[13] = sy;
        out[14] = sz;
    }
}
