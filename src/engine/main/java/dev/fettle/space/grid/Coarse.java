package dev.fettle.space.grid;

import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A space with a few values of each parameter, so that a grid of it is affordable. For any thread.
 *
 * <pre>{@code
 * SearchSpace few = Coarse.of(SpaceText.parse("C ~ logUniform(0.01, 100) default 1"));  // C in {0.01, 1, 100} default 1
 * }</pre>
 */
public final class Coarse {
    /** Sets of so many values stay as they are. */
    private static final long MOST = 5;

    private static final MathContext DIGITS = new MathContext(2);

    private Coarse() {}

    /**
     * The same parameters under the same conditions: of a range its ends and its default, or its middle if it has none; sets
     * and short ranges stay whole. Arrays stay as they are.
     */
    public static SearchSpace of(SearchSpace space) {
        return new SearchSpace(space.parameters().stream().map(Coarse::few).toList(), space.constraints());
    }

    private static Parameter few(Parameter p) {
        boolean whole = p instanceof Array
                || p instanceof Choice
                || (p.size().isPresent() && p.size().getAsLong() <= MOST);
        return whole ? p : values((Scalar) p);
    }

    private static Scalar values(Scalar p) {
        Object middle = Objects.requireNonNullElseGet(p.defaultValue(), () -> round(p, p.decode(0.5)));
        Object[] values = Stream.of(p.decode(0), middle, p.decode(1)).distinct().toArray();
        Scalar few = Choice.of(p.name(), values).when(p.condition());
        return p.defaultValue() == null ? few : few.startingAt(middle);
    }

    /** Nobody wants to read fifteen digits of a middle that could as well lie beside. */
    private static Object round(Scalar p, Object middle) {
        if (!(middle instanceof Double d)) {
            return middle;
        }
        double rounded = new BigDecimal(d).round(DIGITS).doubleValue();
        return p.contains(rounded) ? rounded : middle;
    }
}
