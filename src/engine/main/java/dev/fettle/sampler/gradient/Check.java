package dev.fettle.sampler.gradient;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is said of the first gradient. */
final class Check {
    private static final int SHOWN = 6;
    /** The third derivative is a guess, so an error may be larger than it is thought to be. */
    private static final double DOUBT = 10;

    private static final double ROUGHLY = 1e-3;

    private Check() {}

    /**
     * The first gradient, and whether it is as differences say.
     *
     * @param exact {@code [coordinates]} null if unknown
     * @param slopes {@code [coordinates]} by differences
     * @param jump of the loss, as {@link Stencil#jump}
     */
    static List<String> sentences(
            Coordinates coordinates, Differences differences, double @Nullable [] exact, double[] slopes, double jump) {
        String rough = differences.isMeasured() ? ", as the loss is rough by " + number(differences.noise()) : "";
        String reach =
                "Differences reach " + number(differences.share()) + " of each range to either side" + rough + ".";
        if (exact == null) {
            boolean flat = IntStream.range(0, slopes.length).allMatch(i -> slopes[i] == 0);
            return List.of(
                    reach,
                    flat
                            ? "The first gradient is 0: the loss is flat around, as counts are. Maybe a smooth one, or"
                                    + " %%bayesopt."
                            : "First gradient of the loss: " + list(coordinates, i -> number(slopes[i])) + ".");
        }
        String both = list(coordinates, i -> number(exact[i]) + " and " + number(slopes[i]));
        return agree(coordinates, differences, exact, slopes, jump)
                ? List.of(reach, "First gradient of the loss, exact and by differences: " + both + ".")
                : List.of(
                        reach,
                        "First gradient of the loss must be the same exact and by differences, and is not: " + both
                                + ". Maybe the training ends before it has converged, or the gradient is wrong.");
    }

    /** Whether they differ by no more than the error of the differences, which grows where the loss jumps. */
    static boolean agree(
            Coordinates coordinates, Differences differences, double[] exact, double[] slopes, double jump) {
        double steepest = 0;
        for (int i = 0; i < exact.length; i++) {
            steepest = Math.max(steepest, Math.abs(exact[i]) * coordinates.width(i));
        }
        for (int i = 0; i < exact.length; i++) {
            double apart = Math.abs(exact[i] - slopes[i]) * coordinates.width(i);
            if (apart > DOUBT * (differences.error() + jump / (2 * differences.share())) + ROUGHLY * steepest) {
                return false;
            }
        }
        return true;
    }

    private interface Text {
        String of(int coordinate);
    }

    private static String list(Coordinates coordinates, Text text) {
        String first = IntStream.range(0, Math.min(SHOWN, coordinates.count()))
                .mapToObj(i -> coordinates.name(i) + " " + text.of(i))
                .collect(Collectors.joining(", "));
        int more = coordinates.count() - SHOWN;
        return more > 0 ? first + ", and " + more + " more" : first;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
