package dev.fettle.space.text;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.word.Maybe;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines {@code try name = value, name = value}: points to run first, of which some parameters are named. */
final class Tries {
    private final Tokens tokens;
    private final ValueReader values;
    private final Names names;
    private final List<Map<String, Object>> given = new ArrayList<>();
    private final List<Token> places = new ArrayList<>();

    Tries(Tokens tokens, ValueReader values, Names names) {
        this.tokens = tokens;
        this.values = values;
        this.names = names;
    }

    /** Reads what stands behind {@code try}; a mistake ends its parameter and not the line. */
    void read() throws MistakeException {
        Token place = tokens.peek();
        Map<String, Object> point = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        boolean broken = false;
        do {
            try {
                assign(point);
            } catch (MistakeException e) {
                broken = true;
                mistakes.addAll(e.mistakes());
                toComma();
            }
        } while (tokens.take(","));
        if (broken) {
            throw new MistakeException(mistakes);
        }
        given.add(point);
        places.add(place);
    }

    private void assign(Map<String, Object> point) throws MistakeException {
        Token name = tokens.next();
        Parameter p = parameter(name);
        tokens.expect("=", "Point");
        Token place = tokens.peek();
        Object value = p.fitting(values.value());
        if (!p.contains(value)) {
            throw new MistakeException(
                    place,
                    "Value (" + Words.of(value) + ") of parameter " + p.name() + " must lie " + p.domain() + ".");
        }
        if (point.put(name.text(), value) != null) {
            throw new MistakeException(name, "Name (" + name.text() + ") must stand once in a point.");
        }
    }

    private Parameter parameter(Token name) throws MistakeException {
        Parameter p = names.parameters().get(name.text());
        if (p != null) {
            return p;
        }
        if (names.isBroken(name.text())) {
            throw new MistakeException();
        }
        throw new MistakeException(
                name,
                "Name (" + name.text() + ") must be one of "
                        + String.join(", ", names.parameters().keySet()) + "."
                        + Maybe.sentence(name.text(), names.parameters().keySet()));
    }

    /** To the next comma that is in no tuple, or the end of the line. */
    private void toComma() {
        int depth = 0;
        while (!tokens.atLineEnd() && (depth > 0 || !tokens.peek().is(","))) {
            Token token = tokens.next();
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
        }
    }

    /** Where each of them stands. */
    List<Token> places() {
        return places;
    }

    /** Parameters that are not named take their default or first value. */
    List<Point> points(SearchSpace space) {
        return given.stream().map(point -> point(space, point)).toList();
    }

    private static Point point(SearchSpace space, Map<String, Object> given) {
        Map<String, Object> all = new LinkedHashMap<>();
        space.parameters().forEach(p -> all.put(p.name(), given.getOrDefault(p.name(), p.fallback())));
        return space.canonical(all);
    }

    /** What was filled in, and what was dropped, each a sentence. */
    List<String> sentences(SearchSpace space) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Map<String, Object> named = given.get(i);
            Point point = point(space, named);
            String added = listed(point.entries(), named);
            String dropped = listed(named, point.entries());
            String line = "The point to try in line " + places.get(i).place().line();
            if (!added.isEmpty()) {
                sentences.add(line + " is completed by " + added + ".");
            }
            if (!dropped.isEmpty()) {
                sentences.add(line + " has no " + dropped + ": the condition of that does not hold there.");
            }
        }
        return sentences;
    }

    private static String listed(Map<String, Object> all, Map<String, Object> without) {
        return all.entrySet().stream()
                .filter(e -> !without.containsKey(e.getKey()))
                .map(e -> e.getKey() + " = " + Words.of(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
