package dev.fettle.bench.quality;

/**
 * Pairs of a run of ours and one of another.
 *
 * @param better share of them in which ours is less
 * @param equal share in which neither is
 */
record Wins(double better, double equal) {
    /** Over the problems that both have run on, each with equal weight; NaN if there is none. */
    static Wins of(Sheet sheet, int ours, int other) {
        double better = 0;
        double equal = 0;
        int problems = 0;
        for (int p = 0; p < sheet.problems().size(); p++) {
            if (sheet.has(ours, p) && sheet.has(other, p)) {
                Wins wins = of(sheet.values()[ours][p], sheet.values()[other][p]);
                better += wins.better();
                equal += wins.equal();
                problems++;
            }
        }
        return new Wins(better / problems, equal / problems);
    }

    static Wins of(double[] ours, double[] others) {
        int better = 0;
        int equal = 0;
        for (double a : ours) {
            for (double b : others) {
                better += a < b ? 1 : 0;
                equal += a == b ? 1 : 0;
            }
        }
        double pairs = (double) ours.length * others.length;
        return new Wins(better / pairs, equal / pairs);
    }
}
