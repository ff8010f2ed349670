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
            Vectors.add(q, -alpha[i++], p.y(), 0, q.length);
        }
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getFirst();
            Vectors.scale(q, 1 / (newest.rho() * dot(newest.y(), newest.y())), 0, q.length);
        }
        for (var it = pairs.descendingIterator(); it.hasNext(); ) {
            Pair p = it.next();
            Vectors.add(q, alpha[--i] - p.rho() * dot(p.y(), q), p.s(), 0, q.length);
        }
        Vectors.scale(q, -1, 0, q.length);
        return q;
    }

    /** Takes the step from one place to another, unless the curvature along it is not positive. */
    void remember(double[] x, double[] gradient, double[] next, double[] slope) {
        double[] s = next.clone();
        Vectors.add(s, -1, x, 0, s.length);
        double[] y = slope.clone();
        Vectors.add(y, -1, gradient, 0, y.length);
        double sy = dot(s, y);
        if (sy > Math.ulp(1.0) * dot(y, y)) {
            pairs.addFirst(new Pair(s, y, 1 / sy));
            if (pairs.size() > memory) {
                pairs.removeLast();
            }
        }
    }

    /** In one sum: the traces of a training hang on its order. */
    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
    }
}
