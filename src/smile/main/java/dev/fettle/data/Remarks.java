package dev.fettle.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is strange about data though it can be learnt from, by name, to be said before anything is trained. Pure functions, for
 * any thread.
 *
 * <pre>{@code
 * List<String> strange = Remarks.of(Bundled.dataset("iris", null));  // nothing
 * String taken = Remarks.target(Bundled.dataset("diabetes", null), null).orElseThrow();
 * }</pre>
 */
public final class Remarks {
    /** In fewer rows words may all differ by chance. */
    private static final int ROWS = 10;

    /** A class of fewer rows has not one for each of the usual folds. */
    private static final int FEW = 5;

    private static final double WIDE = 100;
    private static final MathContext DIGITS = new MathContext(3);

    private Remarks() {}

    /**
     * Whole sentences about columns that tell the target by themselves, hold one value, number the rows or repeat another,
     * and about classes of fewer than five rows; none if there is nothing to say.
     */
    public static List<String> of(Dataset data) {
        List<Feature> features = data.features();
        List<String> sentences = new ArrayList<>();
        String target = " the target " + data.targetName();
        add(
                sentences,
                features,
                f -> tells(f, data.target()),
                "tells by itself" + target,
                "tell by themselves" + target);
        String one = " one value alone, or none";
        add(sentences, features, Remarks::isConstant, "holds" + one, "hold" + one);
        String each = " each row from all others, as a name or number would";
        add(sentences, features, f -> !isConstant(f) && isNumbering(f), "tells" + each, "tell" + each);
        sentences.addAll(repeats(features));
        if (data.target() instanceof Dataset.Classes classes) {
            few(data.targetName(), classes).ifPresent(sentences::add);
        }
        return sentences;
    }

    private static void add(
            List<String> sentences, List<Feature> features, Predicate<Feature> which, String one, String many) {
        List<String> names = features.stream().filter(which).map(Feature::name).toList();
        if (!names.isEmpty()) {
            sentences.add(Names.subject(names) + " " + (names.size() == 1 ? one : many) + ". Maybe " + Names.drop(names)
                    + ".");
        }
    }

    /** What a row holds, so that equal ones are equal; null for nothing. */
    private static @Nullable Object value(Feature feature, int row) {
        if (feature.isMissing(row)) {
            return null;
        }
        return feature instanceof Feature.Numbers numbers
                ? (Object) (numbers.x()[row] + 0.0)
                : ((Feature.Levels) feature).codes()[row];
    }

    private static boolean isConstant(Feature feature) {
        return IntStream.range(0, feature.size())
                        .filter(r -> !feature.isMissing(r))
                        .mapToObj(r -> value(feature, r))
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
    }

    private static boolean isNumbering(Feature feature) {
        int n = feature.size();
        if (n < ROWS || feature.missing().length > 0) {
            return false;
        }
        if (feature instanceof Feature.Levels words) {
            return IntStream.of(words.codes()).distinct().count() == n;
        }
        double[] whole = Targets.whole(((Feature.Numbers) feature).x());
        return whole.length == n && whole[n - 1] - whole[0] == n - 1;
    }

    /** Whether it equals values, or has one value for each class. */
    private static boolean tells(Feature feature, Dataset.Target target) {
        if (target instanceof Dataset.Values values) {
            return feature instanceof Feature.Numbers numbers && Arrays.equals(numbers.x(), values.y());
        }
        int[] y = ((Dataset.Classes) target).y();
        Map<Object, Integer> classes = new HashMap<>();
        for (int r = 0; r < y.length; r++) {
            Object value = value(feature, r);
            Integer before = value == null ? Integer.valueOf(-1) : classes.putIfAbsent(value, y[r]);
            if (before != null && before != y[r]) {
                return false;
            }
        }
        return classes.size() == classes.values().stream().distinct().count();
    }

    private static List<String> repeats(List<Feature> features) {
        Map<Integer, List<Feature>> seen = new HashMap<>();
        List<String> sentences = new ArrayList<>();
        for (Feature feature : features) {
            if (isConstant(feature)) {
                continue;
            }
            List<Feature> alike = seen.computeIfAbsent(hash(feature), h -> new ArrayList<>());
            alike.stream()
                    .filter(other -> isSame(feature, other))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> sentences.add("Column (" + feature.name() + ") repeats " + other.name()
                                    + ". Maybe " + Names.drop(List.of(feature.name())) + "."),
                            () -> alike.add(feature));
        }
        return sentences;
    }

    private static int hash(Feature feature) {
        return feature instanceof Feature.Numbers numbers
                ? Arrays.hashCode(numbers.x())
                : Arrays.hashCode(((Feature.Levels) feature).codes());
    }

    private static boolean isSame(Feature a, Feature b) {
        if (a instanceof Feature.Numbers x && b instanceof Feature.Numbers y) {
            return Arrays.equals(x.x(), y.x());
        }
        return a instanceof Feature.Levels u
                && b instanceof Feature.Levels v
                && Arrays.equals(u.codes(), v.codes())
                && u.labels().equals(v.labels());
    }

    private static Optional<String> few(String target, Dataset.Classes classes) {
        int[] rows = new int[classes.labels().size()];
        IntStream.of(classes.y()).forEach(c -> rows[c]++);
        List<String> few = IntStream.range(0, rows.length)
                .filter(c -> rows[c] > 0 && rows[c] < FEW)
                .mapToObj(c -> classes.labels().get(c) + " " + rows[c])
                .toList();
        return few.isEmpty()
                ? Optional.empty()
                : Optional.of("Some classes of " + target + " have few rows: " + Names.list(few) + ".");
    }

    /**
     * A sentence if the widest numbers span more than a hundred times what the narrowest do, from the least to the greatest;
     * for learners that compare or add features. Columns of one value do not count.
     */
    public static Optional<String> scale(Dataset data) {
        record Span(String name, double width) {}
        List<Span> spans = data.features().stream()
                .filter(Feature.Numbers.class::isInstance)
                .map(f -> new Span(f.name(), width(((Feature.Numbers) f).x())))
                .filter(s -> s.width() > 0)
                .sorted(Comparator.comparingDouble(Span::width))
                .toList();
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        Span narrow = spans.get(0);
        Span wide = spans.get(spans.size() - 1);
        return wide.width() <= WIDE * narrow.width()
                ? Optional.empty()
                : Optional.of("Features differ in scale: " + wide.name() + " spans " + digits(wide.width()) + ", "
                        + narrow.name() + " " + digits(narrow.width()) + ".");
    }

    private static double width(double[] x) {
        DoubleSummaryStatistics range =
                DoubleStream.of(x).filter(Double::isFinite).summaryStatistics();
        return range.getCount() == 0 ? 0 : range.getMax() - range.getMin();
    }

    /** At most three, but for whole numbers. */
    static String digits(double value) {
        return value == StrictMath.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /**
     * What a target of numbers was taken as and why; empty for one of words.
     *
     * @param because why, "since …" or "as …"; null if nobody said what is wanted
     */
    public static Optional<String> target(Dataset data, @Nullable String because) {
        boolean values = data.target() instanceof Dataset.Values;
        if (data.target() instanceof Dataset.Classes classes && !classes.numeric()) {
            return Optional.empty();
        }
        int whole = data.target() instanceof Dataset.Values v
                ? Targets.whole(v.y()).length
                : ((Dataset.Classes) data.target()).labels().size();
        String held = whole == 0
                ? "numbers that are not all whole"
                : whole + (whole == 1 ? " whole number" : " whole numbers");
        boolean free = because == null && whole > 0 && whole * FEW <= data.rows();
        String why = because == null
                ? whole == 0 ? "" : ", since " + (values ? "more than " : "at most ") + Targets.MOST_CLASSES + " differ"
                : ", " + because;
        return Optional.of(data.targetName() + " holds " + held + ": taken as " + (values ? "values" : "classes") + why
                + "." + (free ? " Maybe --task " + (values ? "classify" : "regress") + "." : ""));
    }
}
