package dev.fettle.space.grid;

import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes from boxes what constraints exclude, coordinate by coordinate: what a sum leaves to one of its terms when all others are
 * as small, or as great, as they can be, and so on down each expression (Benhamou, Goualard, Granvilliers and Puget, 1999,
 * "Revising hull and box consistency", ICLP, algorithm HC4-revise). Up to rounding nothing is taken that satisfies the
 * constraints. Immutable, for any thread.
 */
final class Contractor {
    /** How often all constraints are gone through, since each narrows what the others see. */
    private static final int ROUNDS = 3;

    private final SearchSpace space;
    private final Bounds bounds;

    Contractor(SearchSpace space, Bounds bounds) {
        this.space = space;
        this.bounds = bounds;
    }

    /** What is left of a box; null if nothing is. */
    @Nullable
    Box contracted(Box box) {
        boolean[] sure = new boolean[box.low().length];
        Pass pass = new Pass(bounds, bounds.values(box, sure), sure);
        for (int round = 0; round < ROUNDS; round++) {
            Reach[] before = pass.values.clone();
            if (!space.constraints().stream().allMatch(pass::holds)) {
                return null;
            }
            if (Arrays.equals(before, pass.values)) {
                break;
            }
        }
        return pass.within(box);
    }

    /** One box while it is narrowed. */
    private record Pass(Bounds bounds, Reach[] values, boolean[] sure) {
        private Reach reach(Expression e) {
            return Reach.of(e, name -> bounds.of(name, values));
        }

        /** Makes it true; false if it cannot be. */
        boolean holds(Expression e) {
            if (!reach(e).yes()) {
                return false;
            }
            if (!(e instanceof Expression.Binary b)) {
                return true;
            }
            Expression l = b.left();
            Expression r = b.right();
            return switch (b.operator()) {
                case AND -> holds(l) && holds(r);
                case EQUAL -> within(l, reach(r)) && within(r, reach(l));
                case LESS, AT_MOST -> within(l, reach(r).orLess()) && within(r, reach(l).orMore());
                case GREATER, AT_LEAST -> within(l, reach(r).orMore()) && within(r, reach(l).orLess());
                default -> true;
            };
        }

        /** Narrows what the expression mentions so that it may still be what is wanted; false if it cannot be. */
        private boolean within(Expression e, Reach wanted) {
            Reach left = reach(e).and(wanted);
            if (left == null) {
                return false;
            }
            if (e instanceof Expression.Name n) {
                int[] places = bounds.places(n.name());
                if (places.length == 1 && sure[places[0]] && bounds.rises(places[0])) {
                    values[places[0]] = left;
                }
                return true;
            }
            if (e instanceof Expression.Unary u) {
                return u.operator() != Operator.NEGATE || within(u.operand(), left.negative());
            }
            if (e instanceof Expression.Binary b) {
                return within(b, left);
            }
            return !(e instanceof Call c) || within(c, left);
        }

        private boolean within(Expression.Binary b, Reach wanted) {
            Expression l = b.left();
            Expression r = b.right();
            return switch (b.operator()) {
                case PLUS -> within(l, Operator.MINUS, wanted, r) && within(r, Operator.MINUS, wanted, l);
                case MINUS ->
                    within(l, Operator.PLUS, wanted, r) && within(r, Reach.of(Operator.MINUS, reach(l), wanted));
                case TIMES -> within(l, Operator.DIVIDED, wanted, r) && within(r, Operator.DIVIDED, wanted, l);
                case DIVIDED ->
                    within(l, Operator.TIMES, wanted, r) && within(r, Reach.of(Operator.DIVIDED, reach(l), wanted));
                default -> true;
            };
        }

        private boolean within(Expression e, Operator inverse, Reach wanted, Expression other) {
            return within(e, Reach.of(inverse, wanted, reach(other)));
        }

        private boolean within(Call c, Reach wanted) {
            List<Expression> terms = c.arguments().stream().flatMap(this::terms).toList();
            return switch (c.operation()) {
                case SUM -> parts(terms, wanted);
                case MIN -> terms.stream().allMatch(t -> within(t, wanted.orMore()));
                case MAX -> terms.stream().allMatch(t -> within(t, wanted.orLess()));
                case ABS -> within(terms.get(0), Reach.between(-wanted.high(), wanted.high()));
            };
        }

        /** The elements of an array, one by one. */
        private Stream<Expression> terms(Expression e) {
            if (!(e instanceof Expression.Name n) || bounds.places(n.name()).length == 1) {
                return Stream.of(e);
            }
            return Arrays.stream(bounds.places(n.name())).mapToObj(i -> new Expression.Name(bounds.name(i)));
        }

        /** What a sum leaves to each of its terms. */
        private boolean parts(List<Expression> terms, Reach wanted) {
            List<Reach> all = terms.stream().map(this::reach).toList();
            double low = all.stream().mapToDouble(Reach::low).sum();
            double high = all.stream().mapToDouble(Reach::high).sum();
            return IntStream.range(0, terms.size()).allMatch(i -> {
                Reach own = all.get(i);
                return within(
                        terms.get(i),
                        Reach.between(wanted.low() - (high - own.high()), wanted.high() - (low - own.low())));
            });
        }

        @Nullable
        Box within(Box box) {
            double[] low = box.low().clone();
            double[] high = box.high().clone();
            for (int at = 0; at < low.length; at++) {
                if (sure[at] && bounds.rises(at)) {
                    double[] ends = bounds.narrowed(at, low[at], high[at], values[at].low(), values[at].high());
                    if (ends[0] > ends[1]) {
                        return null;
                    }
                    low[at] = ends[0];
                    high[at] = ends[1];
                }
            }
            return new Box(low, high);
        }
    }
}
