package dev.fettle.space.text;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is said about parameters: conditions, constraints and points to try. They may stand above what they mention, so they
 * are passed over first, and read when all is declared.
 */
final class Demands {
    private final Tokens tokens;
    private final ValueReader values;
    private final Names names;
    private final Map<String, Integer> conditions = new LinkedHashMap<>();
    private final List<Integer> statements = new ArrayList<>();
    private final Map<String, Token> conditionPlaces = new HashMap<>();
    private final List<Expression> constraints = new ArrayList<>();
    private final List<Token> constraintPlaces = new ArrayList<>();
    private final Tries tries;

    Demands(Tokens tokens, ValueReader values, Names names) {
        this.tokens = tokens;
        this.values = values;
        this.names = names;
        this.tries = new Tries(tokens, values, names);
    }

    /** Passes over the condition of a parameter, behind its {@code if}. */
    void passCondition(String parameter) {
        conditions.put(parameter, tokens.at());
        tokens.toLineEnd();
    }

    /** Passes over {@code require …} or {@code try …}. */
    void passStatement() {
        statements.add(tokens.at());
        tokens.toLineEnd();
    }

    /** Where the conditions stand that were passed over, by parameter. */
    Map<String, Integer> conditions() {
        return conditions;
    }

    /** Where the statements stand that were passed over. */
    List<Integer> statements() {
        return statements;
    }

    /** Reads the condition of a parameter. */
    void readCondition(String name) throws MistakeException {
        Parameter parameter = names.parameters().get(name);
        if (parameter != null) {
            conditionPlaces.put(name, tokens.peek());
            names.parameters().put(name, parameter.when(condition()));
        }
    }

    /** Reads {@code require …} or {@code try …}. */
    void readStatement() throws MistakeException {
        boolean require = tokens.next().isWord("require");
        Token place = tokens.peek();
        if (require) {
            require(place, condition());
        } else {
            tries.read();
        }
    }

    /** A constraint that stands nowhere as such. */
    void require(Token place, Expression constraint) {
        constraints.add(constraint);
        constraintPlaces.add(place);
    }

    /** A condition that stands nowhere as such. */
    void limit(Token place, String name, Expression condition) {
        names.parameters().computeIfPresent(name, (n, parameter) -> parameter.when(condition));
        conditionPlaces.put(name, place);
    }

    SearchSpace space() {
        return new SearchSpace(List.copyOf(names.parameters().values()), constraints);
    }

    /** The points of the try lines: parameters that are not named take their default or first value. */
    List<Point> tries() {
        return tries.points(space());
    }

    /** A circle of conditions as a mistake. */
    Mistake circle(List<String> circle) {
        String first = circle.get(0);
        Token place = conditionPlaces.getOrDefault(first, tokens.peek());
        Parameter parameter = Objects.requireNonNull(names.parameters().get(first));
        Expression condition = Objects.requireNonNull(parameter.condition());
        return place.place()
                .says("Condition (" + condition.text()
                        + ") must not lead back to its own parameter: " + String.join(" → ", circle) + " → " + first
                        + ".");
    }

    /** What is wrong between statements that are right each by itself, and warnings of what looks so. */
    List<Mistake> mistakes(List<String> warnings) {
        Consistency consistency = Consistency.of(space(), tries());
        warnings.addAll(consistency.warnings());
        warnings.addAll(tries.sentences(space()));
        return consistency.mistakes(conditionPlaces, constraintPlaces, tries.places());
    }

    private Expression condition() throws MistakeException {
        return new ConditionReader(tokens, values, names).condition();
    }
}
