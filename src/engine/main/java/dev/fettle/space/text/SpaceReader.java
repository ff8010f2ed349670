package dev.fettle.space.text;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the statements of a space one by one; a mistake ends its statement and not the reading. */
final class SpaceReader {
    private static final String SHAPES =
            "name in {v, v}, name ~ dist(a, b), name = value, require condition or try name = value";

    private final Tokens tokens;
    private final ValueReader values;
    private final DomainReader domains;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Object> constants = new LinkedHashMap<>();
    private final List<Expression> constraints = new ArrayList<>();
    private final List<Map<String, Object>> tries = new ArrayList<>();
    private final Map<String, SpaceText.Declaration> declarations = new HashMap<>();
    private final Map<String, Token> conditionPlaces = new HashMap<>();
    private final List<Token> constraintPlaces = new ArrayList<>();
    private final List<Token> tryPlaces = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /** Named in a statement with a mistake: using them is no second mistake. */
    private final Set<String> broken = new HashSet<>();

    /** Inside the braces of a pasted dictionary. */
    private boolean dictionary;

    SpaceReader(List<Token> all, JavaValues java) {
        this.tokens = new Tokens(all);
        this.values = new ValueReader(tokens, java);
        this.domains = new DomainReader(tokens, values);
    }

    void readAll() {
        while (!tokens.atEnd()) {
            Token start = tokens.peek();
            try {
                statement();
                ending();
            } catch (MistakeException m) {
                m.mistake().ifPresent(mistakes::add);
                blame(start);
            } catch (IllegalArgumentException e) {
                // The types of the space say the rest: bounds, steps, defaults.
                mistakes.add(start.place().says(String.valueOf(e.getMessage())));
                blame(start);
            }
        }
        Consistency consistency = Consistency.of(space(), tries());
        mistakes.addAll(consistency.mistakes(conditionPlaces, constraintPlaces, tryPlaces));
        warnings.addAll(consistency.warnings());
    }

    private void blame(Token start) {
        if (!start.isWord("require") && !start.isWord("try")) {
            broken.add(start.text());
        }
        tokens.skipLine();
    }

    /** Names of statements with a mistake, which declare nothing. */
    Set<String> broken() {
        Set<String> names = new TreeSet<>(broken);
        names.removeAll(parameters.keySet());
        names.removeAll(constants.keySet());
        return names;
    }

    Map<String, SpaceText.Declaration> declarations() {
        return declarations;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    List<String> warnings() {
        return warnings;
    }

    SearchSpace space() {
        return new SearchSpace(List.copyOf(parameters.values()), constraints);
    }

    Map<String, Object> constants() {
        return constants;
    }

    /** The points of the try lines: parameters that are not named take their default or first value. */
    List<Point> tries() {
        SearchSpace space = space();
        return tries.stream()
                .map(given -> {
                    Map<String, Object> all = new LinkedHashMap<>();
                    space.parameters().forEach(p -> all.put(p.name(), given.getOrDefault(p.name(), p.fallback())));
                    return space.canonical(all);
                })
                .toList();
    }

    private void ending() throws MistakeException {
        boolean comma = false;
        while (tokens.peek().is(";")
                || tokens.peek().is(",")
                || (dictionary && tokens.peek().is("}"))) {
            // All of them mean nothing at the end of a line.
            Token token = tokens.next();
            comma |= token.is(",");
            dictionary &= !token.is("}");
        }
        if (comma
                && dictionary
                && tokens.peek().kind() == Token.Kind.QUOTED
                && tokens.peek(1).is(":")) {
            return;
        }
        if (!tokens.atLineEnd()) {
            throw new MistakeException(
                    tokens.peek(),
                    "Statement must end here; " + tokens.peek().shown() + " does not belong to it."
                            + Maybe.sentence(tokens.peek().text(), List.of("default", "if", "step")));
        }
        tokens.next();
    }

    private void statement() throws MistakeException {
        Token token = tokens.peek();
        if (tokens.atLineEnd() || token.is(";")) {
            return;
        }
        if (pasted()) {
            return;
        }
        Token second = tokens.peek(1);
        boolean named = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.QUOTED;
        if (named && (second.isWord("in") || second.is("~") || second.is(":") || second.is("[") || second.is("="))) {
            declaration();
        } else if (tokens.takeWord("require")) {
            Token place = tokens.peek();
            constraints.add(condition());
            constraintPlaces.add(place);
        } else if (tokens.takeWord("try")) {
            attempt();
        } else {
            String maybe = Maybe.sentence(token.text(), List.of("require", "try", "maximize", "minimize"));
            if (maybe.isEmpty() && named && second.kind() == Token.Kind.WORD) {
                maybe = Maybe.sentence(second.text(), List.of("in"));
            }
            throw new MistakeException(token, "Line (" + token.shown() + " …) must be one of " + SHAPES + "." + maybe);
        }
    }

    /** The frame of a pasted Python dictionary: a name and an opening brace at its begin, a closing one at its end. */
    private boolean pasted() throws MistakeException {
        int before = tokens.peek().is("{")
                ? 0
                : tokens.peek(1).is("=") && tokens.peek(2).is("{") ? 2 : -1;
        Token inside = tokens.peek(before + 1);
        boolean pair =
                inside.kind() == Token.Kind.QUOTED && tokens.peek(before + 2).is(":");
        if (before >= 0 && (pair || inside.kind() == Token.Kind.NEWLINE)) {
            tokens.skip(before + 1);
            dictionary = true;
            if (pair) {
                declaration();
            }
            return true;
        }
        if (tokens.peek().is("}")) {
            tokens.next();
            return true;
        }
        return false;
    }

    private void declaration() throws MistakeException {
        Token name = tokens.next();
        if (!name.text().matches("[A-Za-z_][A-Za-z_0-9]*")) {
            throw new MistakeException(
                    name, "Name (" + name.text() + ") must be letters, digits and underscores, as in Java.");
        }
        if (javax.lang.model.SourceVersion.isKeyword(name.text())) {
            throw new MistakeException(
                    name, "Name (" + name.text() + ") must not be a keyword of Java. Maybe " + name.text() + "_.");
        }
        if (parameters.containsKey(name.text()) || constants.containsKey(name.text())) {
            throw new MistakeException(name, "Name (" + name.text() + ") must stand once; it is declared above.");
        }
        Place domain = domain();
        values.forget();
        Map<Object, Place> places;
        if (tokens.take("=")) {
            constants.put(name.text(), values.value());
            places = values.places();
        } else {
            Parameter bare = domains.parameter(name);
            places = values.places();
            Parameter full =
                    tokens.takeWord("default") ? DomainReader.startingAt(bare, tokens.peek(), values.value()) : bare;
            Token place = tokens.peek(1);
            boolean conditional = tokens.takeWord("if");
            parameters.put(name.text(), conditional ? full.when(condition()) : full);
            if (conditional) {
                conditionPlaces.put(name.text(), place);
            }
        }
        declarations.put(name.text(), new SpaceText.Declaration(name.place(), domain, places));
    }

    /** Behind the sizes of an array and the sign. */
    private Place domain() {
        int ahead = 0;
        while (tokens.peek(ahead).is("[")
                || tokens.peek(ahead).is("]")
                || tokens.peek(ahead).kind() == Token.Kind.NUMBER) {
            ahead++;
        }
        return tokens.peek(ahead + 1).place();
    }

    private Expression condition() throws MistakeException {
        return new ConditionReader(tokens, values, parameters, constants, broken).condition();
    }

    private void attempt() throws MistakeException {
        Map<String, Object> point = new LinkedHashMap<>();
        Token start = tokens.peek();
        do {
            Token name = tokens.next();
            Parameter p = parameters.get(name.text());
            if (p == null && broken.contains(name.text())) {
                throw new MistakeException();
            }
            if (p == null) {
                throw new MistakeException(
                        name,
                        "Name (" + name.text() + ") must be one of " + String.join(", ", parameters.keySet()) + "."
                                + Maybe.sentence(name.text(), parameters.keySet()));
            }
            tokens.expect("=", "Point");
            Token place = tokens.peek();
            Object value = p.fitting(values.value());
            if (!p.contains(value)) {
                throw new MistakeException(
                        place,
                        "Value (" + Words.of(value) + ") of parameter " + p.name() + " must lie " + p.domain() + ".");
            }
            point.put(name.text(), value);
        } while (tokens.take(","));
        tries.add(point);
        tryPlaces.add(start);
    }
}
