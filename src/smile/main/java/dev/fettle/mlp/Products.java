package dev.fettle.mlp;

/**
 * The three products of a layer, and the sum of signals: of short signals s {@code [columns][units]}, long ones l
 * {@code [columns][length]} and rows of weights w {@code [units][length]}. Every inner loop runs over whole arrays along the
 * long side without conditions and with one index, which is what HotSpot's C2 vectorises if there are no more than six arrays and eight
 * multiplications. A sum into one variable has a fixed order and is not vectorised; so the dot products come twelve at a
 * time to keep the multiply-add units busy. What is told of a column does not depend on the others.
 *
 * <p>Columns come in fours, and so do the units of s and w, see {@link Room}. Each product is a long method on purpose: C2
 * does not inline what has more than 325 bytes of code, and a caller with all these loops in it takes a second to compile
 * and is the slower for it.
 */
final class Products {
    private Products() {}

    /** l = Σ s·w: two columns and four rows at a time. */
    static void spread(double[][] s, double[][] w, double[][] l, int columns, int units, int length) {
        for (int i = 0; i < columns; i += 2) {
            double[] p = s[i];
            double[] q = s[i + 1];
            double[] y = l[i];
            double[] z = l[i + 1];
            for (int r = 0; r < units; r += 4) {
                double[] a = w[r];
                double[] b = w[r + 1];
                double[] c = w[r + 2];
                double[] d = w[r + 3];
                double pa = p[r];
                double pb = p[r + 1];
                double pc = p[r + 2];
                double pd = p[r + 3];
                double qa = q[r];
                double qb = q[r + 1];
                double qc = q[r + 2];
                double qd = q[r + 3];
                if (r == 0) {
                    for (int j = 0; j < length; j++) {
                        y[j] = Math.fma(pa, a[j], Math.fma(pb, b[j], Math.fma(pc, c[j], pd * d[j])));
                        z[j] = Math.fma(qa, a[j], Math.fma(qb, b[j], Math.fma(qc, c[j], qd * d[j])));
                    }
                } else {
                    for (int j = 0; j < length; j++) {
                        y[j] = Math.fma(pa, a[j], Math.fma(pb, b[j], Math.fma(pc, c[j], Math.fma(pd, d[j], y[j]))));
                        z[j] = Math.fma(qa, a[j], Math.fma(qb, b[j], Math.fma(qc, c[j], Math.fma(qd, d[j], z[j]))));
                    }
                }
            }
        }
    }

    /** w += Σ s·l over the columns: four columns and two rows at a time, the last row alone if they are odd. */
    static void accumulate(double[][] s, double[][] l, double[][] w, int columns, int units, int length) {
        for (int i = 0; i < columns; i += 4) {
            double[] p = s[i];
            double[] q = s[i + 1];
            double[] u = s[i + 2];
            double[] v = s[i + 3];
            double[] a = l[i];
            double[] b = l[i + 1];
            double[] c = l[i + 2];
            double[] d = l[i + 3];
            for (int r = 0; r < units; r += 2) {
                double[] y = w[r];
                double ya = p[r];
                double yb = q[r];
                double yc = u[r];
                double yd = v[r];
                if (r + 1 < units) {
                    double[] z = w[r + 1];
                    double za = p[r + 1];
                    double zb = q[r + 1];
                    double zc = u[r + 1];
                    double zd = v[r + 1];
                    for (int j = 0; j < length; j++) {
                        y[j] = Math.fma(ya, a[j], Math.fma(yb, b[j], Math.fma(yc, c[j], Math.fma(yd, d[j], y[j]))));
                        z[j] = Math.fma(za, a[j], Math.fma(zb, b[j], Math.fma(zc, c[j], Math.fma(zd, d[j], z[j]))));
                    }
                } else {
                    for (int j = 0; j < length; j++) {
                        y[j] = Math.fma(ya, a[j], Math.fma(yb, b[j], Math.fma(yc, c[j], Math.fma(yd, d[j], y[j]))));
                    }
                }
            }
        }
    }

    /** b += Σ l over the columns: four at a time. */
    static void add(double[][] l, double[] b, int columns, int length) {
        for (int i = 0; i < columns; i += 4) {
            double[] p = l[i];
            double[] q = l[i + 1];
            double[] u = l[i + 2];
            double[] v = l[i + 3];
            for (int j = 0; j < length; j++) {
                b[j] += (p[j] + q[j]) + (u[j] + v[j]);
            }
        }
    }

    /** s = l·w: four columns and three rows at a time. */
    static void dots(double[][] l, double[][] w, double[][] s, int columns, int units, int length) {
        for (int i = 0; i < columns; i += 4) {
            double[] a = l[i];
            double[] b = l[i + 1];
            double[] c = l[i + 2];
            double[] d = l[i + 3];
            for (int r = 0; r < units; r += 3) {
                int r2 = Math.min(r + 1, units - 1);
                int r3 = Math.min(r + 2, units - 1);
                double[] x = w[r];
                double[] y = w[r2];
                double[] z = w[r3];
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
                for (int j = 0; j < length; j++) {
                    double aj = a[j];
                    double bj = b[j];
                    double cj = c[j];
                    double dj = d[j];
                    xa = Math.fma(x[j], aj, xa);
                    xb = Math.fma(x[j], bj, xb);
                    xc = Math.fma(x[j], cj, xc);
                    xd = Math.fma(x[j], dj, xd);
                    ya = Math.fma(y[j], aj, ya);
                    yb = Math.fma(y[j], bj, yb);
                    yc = Math.fma(y[j], cj, yc);
                    yd = Math.fma(y[j], dj, yd);
                    za = Math.fma(z[j], aj, za);
                    zb = Math.fma(z[j], bj, zb);
                    zc = Math.fma(z[j], cj, zc);
                    zd = Math.fma(z[j], dj, zd);
                }
                s[i][r] = xa;
                s[i + 1][r] = xb;
                s[i + 2][r] = xc;
                s[i + 3][r] = xd;
                s[i][r2] = ya;
                s[i + 1][r2] = yb;
                s[i + 2][r2] = yc;
                s[i + 3][r2] = yd;
                s[i][r3] = za;
                s[i + 1][r3] = zb;
                s[i + 2][r3] = zc;
                s[i + 3][r3] = zd;
            }
        }
    }
}
