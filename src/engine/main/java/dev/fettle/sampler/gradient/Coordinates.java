package dev.fettle.sampler.gradient;

import dev.fettle.space.Array;
import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The decimal parameters of a point as coordinates z: the value itself or, on a logarithmic scale, its natural logarithm. All
 * else stays as it is in the point that they belong to. Immutable, for any thread.
 */
final class Coordinates {
    /** A uniform distribution of this width has the deviation 1. */
    private static final double DEVIATIONS = Math.sqrt(12);

    private static final double LN_2 = 0.6931471805599453;

    private final SearchSpace space;
    private final Point base;
    private final List<Parameter> moving = new ArrayList<>();
    private final List<Scalar> scalars = new ArrayList<>();
    /** Of each coordinate, among all decimal parameters of the space. */
    private final List<Integer> places = new ArrayList<>();

    private final int reals;

    private Coordinates(SearchSpace space, Point base) {
        this.space = space;
        this.base = base;
        int at = 0;
        for (Parameter p : space.parameters()) {
            if (!isReal(p)) {
                continue;
            }
            if (base.has(p.name())) {
                moving.add(p);
                scalars.addAll(p.scalars());
                for (int i = 0; i < p.dimensions(); i++) {
                    places.add(at + i);
                }
            }
            at += p.dimensions();
        }
        this.reals = at;
    }

    /** Those of the parameters that are active in a point. */
    static Coordinates around(SearchSpace space, Point base) {
        return new Coordinates(space, base);
    }

    /** How many there are where all parameters are active. */
    static int most(SearchSpace space) {
        return space.parameters().stream()
                .filter(Coordinates::isReal)
                .mapToInt(Parameter::dimensions)
                .sum();
    }

    /** Whether a parameter, or each element of an array, is a decimal number without a step. */
    static boolean isReal(Parameter p) {
        Parameter one = p instanceof Array a ? a.element() : p;
        return (one instanceof Real r && r.step() == 0) || (one instanceof Normal n && n.step() == 0);
    }

    int count() {
        return scalars.size();
    }

    String name(int i) {
        return scalars.get(i).name();
    }

    boolean allows(double[] z) {
        return space.allows(point(z));
    }

    /** The point at a place, whose coordinates are cut off at the bounds. */
    Point point(double[] z) {
        Map<String, Object> values = space.complete(base);
        int at = 0;
        for (Parameter p : moving) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < p.dimensions(); i++) {
                elements.add(value(at, z[at]));
                at++;
            }
            values.put(p.name(), p.join(elements));
        }
        return space.canonical(values);
    }

    /** Where a point is: as near as doubles come, so that differences are divided by what they really are. */
    double[] place(Point point) {
        double[] z = new double[count()];
        int at = 0;
        for (Parameter p : moving) {
            Object whole = point.find(p.name());
            for (Object value : p.split(whole == null ? p.fallback() : whole)) {
                z[at] = z(at, (Double) value);
                at++;
            }
        }
        return z;
    }

    /** A place by chance, each coordinate by the law of its parameter; defaults where there are any and they are wanted. */
    double[] drawn(RandomGenerator random, boolean defaults) {
        double[] z = new double[count()];
        for (int i = 0; i < z.length; i++) {
            Scalar scalar = scalars.get(i);
            Object by = scalar.decode(random.nextDouble());
            Object given = defaults ? scalar.defaultValue() : null;
            z[i] = z(i, (Double) (given == null ? by : given));
        }
        return z;
    }

    private double value(int i, double z) {
        Object given = scalars.get(i).defaultValue();
        if (given != null && z == z(i, (Double) given)) {
            // A logarithm and back is not always what was typed, and the defaults are the baseline.
            return (Double) given;
        }
        double value = isLog(i) ? StrictMath.exp(z) : z;
        return Math.min(end(i, 1), Math.max(end(i, 0), value));
    }

    private double z(int i, double value) {
        return isLog(i) ? StrictMath.log(value) : value;
    }

    private double end(int i, double u) {
        return (Double) scalars.get(i).decode(u);
    }

    private boolean isLog(int i) {
        Scalar one = scalars.get(i);
        return (one instanceof Real r && r.scale() == Scale.LOG) || (one instanceof Normal n && n.scale() == Scale.LOG);
    }

    double low(int i) {
        return z(i, end(i, 0));
    }

    double high(int i) {
        return z(i, end(i, 1));
    }

    /** Of the range; of a normal one that of a uniform one with its deviation. */
    double width(int i) {
        return scalars.get(i) instanceof Normal n ? DEVIATIONS * n.sd() : high(i) - low(i);
    }

    /** The longest step: a share of the range, and on a logarithmic scale no more than twice or half. */
    double longest(int i, double share) {
        return isLog(i) ? Math.min(LN_2, share * width(i)) : share * width(i);
    }

    /** What of a gradient belongs to these coordinates, {@code [coordinates]} of {@code [reals]}. */
    double[] own(double[] gradient) {
        if (gradient.length != reals) {
            throw new IllegalArgumentException("Gradient (" + gradient.length + " slopes) must have " + reals
                    + ", one for each decimal parameter without a step.");
        }
        return places.stream().mapToDouble(i -> gradient[i]).toArray();
    }
}
