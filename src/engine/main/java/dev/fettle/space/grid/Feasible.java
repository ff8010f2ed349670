package dev.fettle.space.grid;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Places that satisfy constraints which chance hardly ever does: a simplex of many sides, an equation between decimal numbers, a
 * product that few whole numbers have. One is found coordinate by coordinate, each by chance within what interval arithmetic
 * leaves to it, or, where that leads nowhere, by branch and prune (Van Hentenryck, McAllester and Kapur, 1997, "Solving polynomial
 * systems using a branch and prune approach", SIAM Journal on Numerical Analysis 34). From there one walks along one coordinate at
 * a time, by a slice sampler with shrinkage (Neal, 2003, "Slice sampling", Annals of Statistics 31, section 5), so that the place
 * is nearly one by chance among those that satisfy the constraints; coordinates that equations tie to it follow. Immutable, for
 * any thread.
 */
public final class Feasible {
    /** How often a place is looked for coordinate by coordinate, and how many values each may try. */
    private static final int DIVES = 10;

    private static final int TRIES = 3;

    /** So many boxes are looked at by branch and prune, and so many more for each coordinate. */
    private static final int BOXES = 1_000;

    private static final int BOXES_EACH = 100;

    /** How often each coordinate moves, and how many moves there are at most. */
    private static final int SWEEPS = 10;

    private static final int MOVES = 1_000;

    /** How often a slice shrinks before a coordinate stays where it is. */
    private static final int SHRINKS = 30;

    /** How often where others must follow, which costs more. */
    private static final int LED_SHRINKS = 8;

    private final SearchSpace space;
    private final List<Scalar> scalars;
    private final Contractor contractor;
    private final Ties ties;
    /** The coordinates that constraints, or the conditions of what they mention, look at. */
    private final List<Integer> open;

    /** Of the constraints of a space. */
    public Feasible(SearchSpace space) {
        Bounds bounds = new Bounds(space);
        this.space = space;
        this.scalars = space.scalars();
        this.contractor = new Contractor(space, bounds);
        this.ties = new Ties(space, bounds);
        this.open = bounds.mentioned(space.constraints());
    }

    /** Whether the point at a place satisfies the constraints. */
    public boolean allows(double[] u) {
        return space.allows(space.decode(u));
    }

    /**
     * A place by chance.
     *
     * @param u where coordinates stay that no constraint looks at
     * @param goOn asked all along; once it says false what is returned does not matter
     * @return a fresh array; null if none was found, of which there may be some
     */
    public double @Nullable [] drawn(double[] u, RandomGenerator random, BooleanSupplier goOn) {
        double[] at = found(u, open, BOXES + BOXES_EACH * open.size(), random, goOn);
        int moves = Math.min(MOVES, SWEEPS * open.size());
        for (int move = 0; at != null && move < moves && goOn.getAsBoolean(); move++) {
            at = moved(at, open.get(random.nextInt(open.size())), random, goOn);
        }
        return at;
    }

    /**
     * A place that differs from another in as few coordinates as may be.
     *
     * @param u {@code [dimensions]} in [0, 1]
     * @param goOn as in {@link #drawn}
     * @return a fresh array; null if none was found
     */
    public double @Nullable [] near(double[] u, RandomGenerator random, BooleanSupplier goOn) {
        if (allows(u)) {
            return u.clone();
        }
        List<Integer> order = new ArrayList<>(open);
        for (int count = 1; !open.isEmpty(); count = Math.min(2 * count, open.size())) {
            Collections.shuffle(order, new Random(random.nextLong()));
            double[] at = found(u, order.subList(0, count), BOXES_EACH * (count + 1), random, goOn);
            if (at != null || count == open.size()) {
                return at;
            }
        }
        return null;
    }

    /** A place where only some coordinates may differ. */
    private double @Nullable [] found(
            double[] u, List<Integer> free, int most, RandomGenerator random, BooleanSupplier goOn) {
        Box whole = contractor.contracted(opened(u, free));
        for (int n = 0; whole != null && n < DIVES && goOn.getAsBoolean(); n++) {
            double[] place = dived(whole, free, random);
            if (place != null) {
                return place;
            }
        }
        return whole == null ? null : searched(whole, free, most, random, goOn);
    }

    /** Coordinate by coordinate, each by chance where those before leave it a place. */
    private double @Nullable [] dived(Box whole, List<Integer> free, RandomGenerator random) {
        Box box = whole;
        for (int c : shuffled(free, random)) {
            Box slice = box.isSingle(scalars.get(c), c) ? box : null;
            for (int n = 0; slice == null && n < TRIES; n++) {
                slice = contractor.contracted(box.sliced(c, box.by(random, c)));
            }
            if (slice == null) {
                return null;
            }
            box = slice;
        }
        double[] place = box.by(random);
        return allows(place) ? place : null;
    }

    /** Branch and prune. */
    private double @Nullable [] searched(
            Box whole, List<Integer> free, int most, RandomGenerator random, BooleanSupplier goOn) {
        Deque<Box> boxes = new ArrayDeque<>(List.of(whole));
        for (int n = 0; n < most && !boxes.isEmpty() && goOn.getAsBoolean(); n++) {
            Box box = contractor.contracted(boxes.pop());
            double[] place = box == null ? null : box.by(random);
            if (place != null && allows(place)) {
                return place;
            }
            List<Integer> wide = box == null
                    ? List.of()
                    : free.stream()
                            .filter(c -> !box.isSingle(scalars.get(c), c))
                            .toList();
            if (box != null && !wide.isEmpty()) {
                int along = wide.get(random.nextInt(wide.size()));
                boolean upper = random.nextBoolean();
                boxes.push(box.half(along, !upper));
                boxes.push(box.half(along, upper));
            }
        }
        return null;
    }

    private static List<Integer> shuffled(List<Integer> coordinates, RandomGenerator random) {
        List<Integer> order = new ArrayList<>(coordinates);
        Collections.shuffle(order, new Random(random.nextLong()));
        return order;
    }

    /** The same, or one that differs along a coordinate, and along as many others as there are equations that tie it. */
    private double[] moved(double[] from, int along, RandomGenerator random, BooleanSupplier goOn) {
        Ties.Tie tie = ties.of(along);
        List<Integer> followers = shuffled(tie.others(), random).subList(0, tie.equations());
        int shrinks = followers.isEmpty() ? SHRINKS : LED_SHRINKS;
        double low = 0;
        double high = 1;
        for (int n = 0; n < shrinks && goOn.getAsBoolean(); n++) {
            double[] to = from.clone();
            to[along] = low + random.nextDouble() * (high - low);
            double[] allowed = allows(to) ? to : followed(to, followers, random, goOn);
            if (allowed != null) {
                return allowed;
            }
            low = to[along] < from[along] ? to[along] : low;
            high = to[along] > from[along] ? to[along] : high;
        }
        return from;
    }

    private double @Nullable [] followed(
            double[] to, List<Integer> followers, RandomGenerator random, BooleanSupplier goOn) {
        Box left = followers.isEmpty() ? null : contractor.contracted(opened(to, followers));
        double[] place = left == null ? null : dived(left, followers, random);
        return left == null || place != null ? place : searched(left, followers, BOXES_EACH, random, goOn);
    }

    /** The places that differ from one along some coordinates. */
    private static Box opened(double[] u, List<Integer> free) {
        double[] low = u.clone();
        double[] high = u.clone();
        free.forEach(c -> {
            low[c] = 0;
            high[c] = 1;
        });
        return new Box(low, high);
    }
}
