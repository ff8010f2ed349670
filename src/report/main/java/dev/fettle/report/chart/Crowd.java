package dev.fettle.report.chart;

/**
 * How the trials of one of several charts are shown.
 *
 * @param most circles, and as many crosses; of more trials an even selection
 * @param last the number of the trial whose circle is the deepest; 0 if all have one colour
 */
record Crowd(int most, int last) {
    private static final int MOST = 1000;

    /** That of a chart alone; of many small ones each has a quarter of its circles. */
    static Crowd of(Size size) {
        return new Crowd(size.equals(Size.SMALL) ? MOST / 4 : MOST, 0);
    }

    /** That of so many charts together, later trials deeper. */
    static Crowd among(int charts, int last) {
        return new Crowd(Math.max(1, MOST / charts), last);
    }
}
