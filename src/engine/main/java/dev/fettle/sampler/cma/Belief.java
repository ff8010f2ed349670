package dev.fettle.sampler.cma;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where good points are believed to be: the distribution of a generation. An immutable value, for any thread.
 *
 * @param restart 0 for the first search, then one more for each restart
 * @param generation from 1
 * @param sigma0 the step size that it began with
 */
record Belief(
        int restart, int generation, double sigma0, Strategy strategy, Bell bell, Categories categories, Trend trend) {
    /** A step that is so much smaller than the first one moves nothing any more (TolX of Hansen, 2016, section B.3). */
    private static final double LEAST = 1e-12;

    private static final String GENERATION = "generation ";
    private static final String RESTART = "restart ";

    private static final double MOST = 1e4;
    private static final double WORST_RATIO = 1e7;

    /** Says where it is, to people. */
    String origin() {
        return restart == 0 ? GENERATION + generation : RESTART + restart + ", " + GENERATION + generation;
    }

    /** Whether an {@link #origin} begins so. */
    static boolean isOrigin(String text) {
        return text.startsWith(GENERATION) || text.startsWith(RESTART);
    }

    /**
     * After a generation.
     *
     * @param members {@link Strategy#lambda} of them, all told, in the order of proposing; equal ends keep it
     * @param margin probability of leaving a cell of a lattice; 0 for no margin
     */
    Belief after(List<Member> members, Layout layout, double margin) {
        List<Member> ranked = new ArrayList<>(members);
        ranked.sort((a, b) -> a.ended().compareTo(b.ended()));
        List<Member.End> ends = ranked.stream().map(Member::ended).toList();
        Trend next = trend.after(ends, remembered());
        int[][] drawn = ranked.stream().map(Member::categories).toArray(int[][]::new);
        Bell moved = strategy.n() == 0 ? bell : moved(ranked, ends);
        Bell kept = margin > 0 && moved.axes() != null ? moved.margin(layout, margin) : moved;
        Categories learnt = categories.update(drawn, strategy.weights(), strategy.mu());
        return new Belief(restart, generation + 1, sigma0, strategy, kept, learnt, next);
    }

    private Bell moved(List<Member> ranked, List<Member.End> ends) {
        double[][] numbers = ranked.stream().map(Member::numbers).toArray(double[][]::new);
        boolean[] foreign = new boolean[ranked.size()];
        for (int r = 0; r < foreign.length; r++) {
            foreign[r] = ranked.get(r).foreign();
        }
        Bell next = bell.update(strategy, numbers, foreign);
        int far = (int) StrictMath.ceil(0.7 * strategy.lambda()) - 1;
        // A flat landscape: Hansen, 2016, section B.3 and the code of appendix C.
        boolean flat = ends.get(0).equals(ends.get(far));
        // Wider than the cube it would draw nothing but its corners.
        boolean room = next.axes() != null && next.widest() < 1;
        return flat && room ? next.wider(StrictMath.exp(0.2 + strategy.cSigma() / strategy.dSigma())) : next;
    }

    private int remembered() {
        return 10 + (int) StrictMath.ceil(30.0 * strategy.n() / strategy.lambda());
    }

    /** Whether nothing more can come of it: too narrow, too wide, degenerate, or flat for too long. */
    boolean isOver(Layout layout) {
        if (trend.isOver(remembered())) {
            return true;
        }
        if (strategy.n() == 0) {
            return false;
        }
        if (bell.axes() == null || !(bell.axisRatio() <= WORST_RATIO) || !finite()) {
            return true;
        }
        double widest = Collections.max(widths(layout));
        return widest < LEAST * sigma0 || widest > MOST * sigma0;
    }

    private boolean finite() {
        double sum = bell.sigma();
        for (double m : bell.mean()) {
            sum += m;
        }
        return Double.isFinite(sum) && bell.sigma() > 0;
    }

    /** Of continuous axes, which alone may become narrow for ever; of all where there are none. */
    private List<Double> widths(Layout layout) {
        List<Double> continuous = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < bell.mean().length; i++) {
            double width = bell.sigma() * Math.max(Math.sqrt(bell.covariance()[i][i]), Math.abs(bell.pathC()[i]));
            all.add(width);
            if (!layout.lattice()[i]) {
                continuous.add(width);
            }
        }
        return continuous.isEmpty() ? all : continuous;
    }
}
