package dev.fettle.space.grid;

import dev.fettle.space.Checks;
import dev.fettle.space.Parameter;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the diagram of a grid. What a beginning leaves to later parameters are their conditions with its values put in; two
 * beginnings that leave equal ones share a branch.
 */
final class Branches {
    private static final int LIMIT = 1_000_000;
    /** A name that no parameter has, and so a value that nobody knows. */
    private static final Expression UNKNOWN = new Expression.Name("");

    private static final Expression ALWAYS = new Expression.Literal(true);

    private final List<Parameter> parameters;
    /** For each parameter, the parameters that its condition mentions. */
    private final List<Set<String>> mentioned;

    private final List<Map<List<Expression>, Branch>> known = new ArrayList<>();
    private long cases;

    private Branches(List<Parameter> parameters) {
        this.parameters = parameters;
        this.mentioned = parameters.stream().map(Branches::mentioned).toList();
        parameters.forEach(p -> known.add(new HashMap<>()));
    }

    /**
     * The branch of the first parameter.
     *
     * @throws IllegalArgumentException if conditions distinguish too many cases
     */
    static Branch of(List<Parameter> parameters) {
        List<Expression> conditions =
                parameters.stream().map(p -> orAlways(p.condition())).toList();
        return new Branches(parameters).branch(0, conditions);
    }

    private static Expression orAlways(@Nullable Expression condition) {
        return condition == null ? ALWAYS : condition;
    }

    private static Set<String> mentioned(Parameter p) {
        return orAlways(p.condition()).names().stream().map(Elements::base).collect(Collectors.toSet());
    }

    /** The branch of parameter i, with what is left of its condition and of all later ones. */
    private Branch branch(int i, List<Expression> left) {
        if (i == parameters.size()) {
            return Branch.END;
        }
        Branch before = known.get(i).get(left);
        if (before != null) {
            return before;
        }
        Branch made = make(i, left);
        known.get(i).put(left, made);
        return made;
    }

    private Branch make(int i, List<Expression> left) {
        Parameter p = parameters.get(i);
        boolean active = left.get(0).holds(name -> null);
        boolean matters = false;
        for (int j = 1; j < left.size(); j++) {
            matters |= !(left.get(j) instanceof Expression.Literal)
                    && mentioned.get(i + j).contains(p.name());
        }
        long size = p.size().orElseThrow();
        cases += active && matters ? Math.min(size, LIMIT + 1) : 1;
        Checks.require(
                cases <= LIMIT,
                "Conditions on parameter %s must distinguish at most %s cases in a grid. Maybe give it fewer values.",
                p.name(),
                LIMIT);
        if (!active) {
            return Branch.inactive(branch(i + 1, after(i, left, null)));
        }
        if (!matters) {
            return Branch.alike(size, branch(i + 1, List.copyOf(left.subList(1, left.size()))));
        }
        Branch[] next = new Branch[(int) size];
        for (int v = 0; v < next.length; v++) {
            next[v] = branch(i + 1, after(i, left, p.value(v)));
        }
        return Branch.each(next);
    }

    /** What is left of the later conditions once parameter i has a value; null if it is inactive. */
    private List<Expression> after(int i, List<Expression> left, @Nullable Object value) {
        String name = parameters.get(i).name();
        List<Expression> rest = new ArrayList<>(left.size() - 1);
        for (int j = 1; j < left.size(); j++) {
            Expression e = left.get(j);
            rest.add(mentioned.get(i + j).contains(name) ? put(e, name, value) : e);
        }
        return List.copyOf(rest);
    }

    private static Expression put(Expression e, String name, @Nullable Object value) {
        if (e instanceof Expression.Name n) {
            return Elements.base(n.name()).equals(name) ? closed(Elements.in(value, n.name())) : e;
        }
        if (e instanceof Expression.Unary u) {
            Expression operand = put(u.operand(), name, value);
            return decided(new Expression.Unary(u.operator(), operand), operand, operand);
        }
        if (e instanceof Expression.Membership m) {
            Expression operand = put(m.operand(), name, value);
            return decided(new Expression.Membership(operand, m.values()), operand, operand);
        }
        if (e instanceof Call c) {
            List<Expression> arguments =
                    c.arguments().stream().map(a -> put(a, name, value)).toList();
            boolean open = arguments.stream().anyMatch(a -> !(a instanceof Expression.Literal));
            Expression call = new Call(c.operation(), arguments);
            return arguments.contains(UNKNOWN) ? UNKNOWN : open ? call : closed(call.evaluate(n -> null));
        }
        if (e instanceof Expression.Binary b) {
            Expression a = put(b.left(), name, value);
            Expression c = put(b.right(), name, value);
            Expression both = new Expression.Binary(b.operator(), a, c);
            boolean logic = b.operator() == Operator.AND || b.operator() == Operator.OR;
            return logic ? connected(both, b.operator(), a, c) : decided(both, a, c);
        }
        return e;
    }

    private static Expression closed(@Nullable Object value) {
        return value == null ? UNKNOWN : new Expression.Literal(value);
    }

    /** A value, if both operands have one; unknown, if one is. */
    private static Expression decided(Expression e, Expression a, Expression b) {
        boolean unknown = a.equals(UNKNOWN) || b.equals(UNKNOWN);
        boolean literal = a instanceof Expression.Literal && b instanceof Expression.Literal;
        return unknown ? UNKNOWN : literal ? closed(e.evaluate(n -> null)) : e;
    }

    private static Expression connected(Expression e, Operator operator, Expression a, Expression b) {
        Expression decides = new Expression.Literal(operator == Operator.OR);
        Expression neutral = new Expression.Literal(operator == Operator.AND);
        if (a.equals(decides) || b.equals(decides)) {
            return decides;
        }
        if (a.equals(neutral) || b.equals(neutral)) {
            return a.equals(neutral) ? b : a;
        }
        return a.equals(UNKNOWN) && b.equals(UNKNOWN) ? UNKNOWN : e;
    }
}
