package dev.fettle.report.insight;

import java.util.Map;
import java.util.TreeMap;

/** Parts of a whole in words. */
final class Fraction {
    private static final TreeMap<Double, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry(1.0, "as much as"),
            Map.entry(1.0 / 2, "half of"),
            Map.entry(1.0 / 3, "a third of"),
            Map.entry(1.0 / 4, "a quarter of"),
            Map.entry(1.0 / 5, "a fifth of"),
            Map.entry(1.0 / 7, "a seventh of"),
            Map.entry(1.0 / 10, "a tenth of"),
            Map.entry(1.0 / 20, "a twentieth of"),
            Map.entry(1.0 / 30, "a thirtieth of"),
            Map.entry(1.0 / 40, "a fortieth of"),
            Map.entry(1.0 / 50, "a fiftieth of"),
            Map.entry(1.0 / 100, "a hundredth of"),
            Map.entry(1.0 / 200, "a two-hundredth of"),
            Map.entry(1.0 / 500, "a five-hundredth of"),
            Map.entry(1.0 / 1000, "a thousandth of")));

    private static final double MOST = 1.5;
    private static final double LEAST = 0.9 / 1000;

    private Fraction() {}

    /** {@code about a third of}, the nearest word by ratio; {@code more than}; empty for less than a thousandth. */
    static String of(double share) {
        if (share < LEAST) {
            return "";
        }
        if (share > MOST) {
            return "more than";
        }
        Map.Entry<Double, String> below = WORDS.floorEntry(share);
        Map.Entry<Double, String> above = WORDS.ceilingEntry(share);
        if (below == null || above == null) {
            return "about " + (below == null ? WORDS.firstEntry() : WORDS.lastEntry()).getValue();
        }
        return "about " + (share / below.getKey() <= above.getKey() / share ? below : above).getValue();
    }
}
