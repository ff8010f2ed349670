package dev.fettle.math;

import java.util.ArrayDeque;
import java.util.Deque;

/** What L-BFGS remembers of the curvature: the last steps with the changes of the gradient along them. */
final class CurvaturePairs {
    private final int memory;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    private record Pair(double[] s, double[] y, double rho) {}

    /** @param memory how many are kept, at least 1 */
    CurvaturePairs(int memory) {
        this.memory = memory;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    void clear() {
        pairs.clear();
    }

    /** −H·g by the two-loop recursion (Nocedal and Wright, 2006, algorithm 7.4). */
    double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        double[] alpha = new double[pairs.size()];
        int i = 0;
        for (Pair p : pairs) {
            alpha[i] = p.rho() * dot(p.s(), q);
            add(q, -alpha[i++], p.y());
        }
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getFirst();
            scale(q, 1 / (newest.rho() * dot(newest.y(), newest.y())));
        }
        for (var it = pairs.descendingIterator(); it.hasNext(); ) {
            Pair p = it.next();
            add(q, alpha[--i] - p.rho() * dot(p.y(), q), p.s());
        }
        scale(q, -1);
        return q;
    }

    /** Takes the step from one place to another, unless the curvature along it is not positive. */
    void remember(double[] x, double[] gradient, double[] next, double[] slope) {
        double[] s = next.clone();
        add(s, -1, x);
        double[] y = slope.clone();
        add(y, -1, gradient);
        double sy = dot(s, y);
        if (sy > Math.ulp(1.0) * dot(y, y)) {
            pairs.addFirst(new Pair(s, y, 1 / sy));
            if (pairs.size() > memory) {
                pairs.removeLast();
            }
        }
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }

    static void add(double[] z, double s, double[] x) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.fma(s, x[i], z[i]);
        }
    }

    static void scale(double[] z, double s) {
        for (int i = 0; i < z.length; i++) {
            z[i] *= s;
        }
    }
}
