package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.space.grid.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Better spaces for parameters without effect. */
final class Remedies {
    private static final int LONG = 60;

    private Remedies() {}

    /** Leaves a parameter out, unless others speak of it. */
    static Optional<Ineffective.Remedy> drop(SearchSpace space, Parameter p) {
        boolean mentioned = space.constraints().stream().anyMatch(c -> mentions(c, p))
                || space.parameters().stream().anyMatch(q -> conditionMentions(q, p));
        if (mentioned || space.parameters().size() == 1) {
            return Optional.empty();
        }
        List<Parameter> rest = new ArrayList<>(space.parameters());
        rest.remove(p);
        return Optional.of(new Ineffective.Remedy("", points(new SearchSpace(rest, space.constraints()))));
    }

    /** Lets {@code p} exist only where {@code other} has a value that is not {@code silent}. */
    static Optional<Ineffective.Remedy> limit(SearchSpace space, Parameter p, Choice other, List<Object> silent) {
        List<Parameter> all = new ArrayList<>(space.parameters());
        int from = all.indexOf(p);
        int to = Math.max(from, all.indexOf(other));
        boolean free = other.condition() == null || !mentions(other.condition(), p);
        if (!free || all.subList(from, to + 1).stream().anyMatch(q -> conditionMentions(q, p))) {
            return Optional.empty();
        }
        List<Object> heard =
                other.values().stream().filter(v -> !silent.contains(v)).toList();
        Parameter limited = p.when(condition(p, other, heard));
        all.remove(from);
        all.add(to, limited);
        String line = p.name() + (p instanceof Array ? "" : " ") + domain(p) + " if " + text(p, other, heard);
        return Optional.of(new Ineffective.Remedy(line, points(new SearchSpace(all, space.constraints()))));
    }

    private static Expression condition(Parameter p, Choice other, List<Object> heard) {
        Expression name = new Expression.Name(other.name());
        Expression own = heard.size() == 1
                ? new Expression.Binary(Operator.EQUAL, name, new Expression.Literal(heard.get(0)))
                : new Expression.Membership(name, heard);
        Expression before = p.condition();
        return before == null ? own : new Expression.Binary(Operator.AND, before, own);
    }

    private static String text(Parameter p, Choice other, List<Object> heard) {
        String own = heard.size() == 1
                ? other.name() + " == " + Wording.typed(heard.get(0))
                : other.name() + heard.stream().map(Wording::typed).collect(Collectors.joining(", ", " in {", "}"));
        Expression before = p.condition();
        if (before == null) {
            return own;
        }
        boolean or = before instanceof Expression.Binary b && b.operator() == Operator.OR;
        return (or ? "(" + before.text() + ")" : before.text()) + " && " + own;
    }

    private static String domain(Parameter p) {
        if (!(p instanceof Choice c)) {
            return p.domain();
        }
        String values = c.values().stream().map(Wording::typed).collect(Collectors.joining(c.separator(), "in {", "}"));
        return values.length() > LONG ? "in {…}" : values;
    }

    private static boolean conditionMentions(Parameter q, Parameter p) {
        Expression condition = q.condition();
        return condition != null && mentions(condition, p);
    }

    private static boolean mentions(Expression expression, Parameter p) {
        return expression.mentions(p.name());
    }

    private static long points(SearchSpace space) {
        OptionalLong size = space.size();
        return size.isPresent() && size.getAsLong() <= Grid.COUNTABLE
                ? new Grid(space).count(Grid.COUNTABLE).orElseThrow()
                : 0;
    }
}
