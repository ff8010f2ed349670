package dev.fettle.report.chart;

/** Sets points of one value apart, without chance: neighbours in number lie far from each other in both directions. */
final class Apart {
    private Apart() {}

    /** From left to right, in [0, 1). */
    static double across(int number) {
        return number * 0.6180339887498949 % 1;
    }

    /** From below, in [0, 1). */
    static double up(int number) {
        return number * 0.7548776662466927 % 1;
    }
}
