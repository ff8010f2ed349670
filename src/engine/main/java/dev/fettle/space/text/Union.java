package dev.fettle.space.text;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A list of dictionaries: the points of any of them, as one space. A parameter that some of them lack is conditional on one
 * that all have, and where a plain product would have more points a constraint says which there are.
 */
final class Union {
    private static final long MOST_VALUES = 1000;

    /** By dictionary, the entries by name. */
    private final List<Map<String, Scalar>> dictionaries = new ArrayList<>();

    private final Token begin;
    private boolean spoilt;

    /** @param begin where the list begins, the place of what is wrong with it as a whole */
    Union(Token begin) {
        this.begin = begin;
    }

    Token begin() {
        return begin;
    }

    /** An entry has a mistake: nothing can be concluded from the others. */
    void spoil() {
        spoilt = true;
    }

    boolean isSpoilt() {
        return spoilt;
    }

    /** The names of all entries. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        dictionaries.forEach(d -> names.addAll(d.keySet()));
        return names;
    }

    /**
     * One more entry.
     *
     * @return the parameter of that name as all dictionaries so far have it together
     * @throws IllegalArgumentException if the name stands there already, or the two cannot be one parameter
     */
    Scalar add(int dictionary, Scalar entry) {
        while (dictionaries.size() <= dictionary) {
            dictionaries.add(new LinkedHashMap<>());
        }
        if (dictionaries.get(dictionary).put(entry.name(), entry) != null) {
            throw new IllegalArgumentException("Name (" + entry.name() + ") must stand once in a dictionary.");
        }
        return merged(entry.name());
    }

    private Scalar merged(String name) {
        List<Scalar> all = dictionaries.stream()
                .flatMap(d -> Optional.ofNullable(d.get(name)).stream())
                .distinct()
                .toList();
        if (all.size() == 1) {
            return all.get(0);
        }
        if (!all.stream().allMatch(Union::isFinite)) {
            throw new IllegalArgumentException("Parameter (" + name
                    + ") must have the same distribution in all dictionaries. Maybe a list of values.");
        }
        Set<Object> values = new LinkedHashSet<>();
        all.forEach(p -> values.addAll(values(p)));
        return new Choice(name, List.copyOf(new LinkedHashSet<>(Words.alike(List.copyOf(values)))), false, null, null);
    }

    /** The condition of a parameter; empty if it has none. */
    Optional<Expression> condition(String name) {
        List<Map<String, Scalar>> with =
                dictionaries.stream().filter(d -> d.containsKey(name)).toList();
        List<Map<String, Scalar>> without =
                dictionaries.stream().filter(d -> !d.containsKey(name)).toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        for (String other : common()) {
            Set<Object> heard = values(other, with);
            if (values(other, without).stream().noneMatch(heard::contains)) {
                return Optional.of(among(other, heard));
            }
        }
        throw new IllegalArgumentException("List of dictionaries must have a parameter that tells those with " + name
                + " from those without. Maybe a cell for each dictionary.");
    }

    /** Which combinations there are; empty if it is all. */
    Optional<Expression> constraint() {
        if (isProduct()) {
            return Optional.empty();
        }
        List<Expression> terms = new ArrayList<>();
        for (Map<String, Scalar> dictionary : dictionaries) {
            Optional<Expression> term = dictionary.keySet().stream()
                    .filter(name -> isFinite(merged(name))
                            && !values(name, dictionaries).equals(values(name, List.of(dictionary))))
                    .<Expression>map(name -> among(name, values(name, List.of(dictionary))))
                    .reduce(Expression::and);
            if (term.isEmpty()) {
                return Optional.empty();
            }
            terms.add(term.get());
        }
        return terms.stream().reduce(Expression::or);
    }

    /** Whether one parameter tells all dictionaries apart, and all others are the same wherever they are. */
    private boolean isProduct() {
        return common().stream().anyMatch(key -> {
            long apart = dictionaries.stream()
                    .mapToLong(d -> values(key, List.of(d)).size())
                    .sum();
            boolean disjoint = apart == values(key, dictionaries).size();
            return disjoint
                    && dictionaries.stream()
                            .flatMap(d -> d.values().stream())
                            .filter(p -> !p.name().equals(key))
                            .allMatch(p -> p.equals(merged(p.name())));
        });
    }

    /** Names of finite parameters that all dictionaries have. */
    private List<String> common() {
        return names().stream()
                .filter(name -> dictionaries.stream().allMatch(d -> d.containsKey(name) && isFinite(d.get(name))))
                .toList();
    }

    private static Expression among(String name, Collection<Object> values) {
        Expression parameter = new Expression.Name(name);
        List<Object> all = List.copyOf(values);
        return all.size() == 1 ? parameter.is(all.get(0)) : new Expression.Membership(parameter, all);
    }

    /** What the name may hold in some of the dictionaries that have it, as the merged parameter has it. */
    private Set<Object> values(String name, List<Map<String, Scalar>> some) {
        Scalar merged = merged(name);
        return some.stream()
                .filter(d -> d.containsKey(name))
                .flatMap(d -> values(d.get(name)).stream())
                .map(merged::fitting)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isFinite(Parameter p) {
        return p.size().orElse(Long.MAX_VALUE) <= MOST_VALUES;
    }

    private static List<Object> values(Parameter p) {
        return LongStream.range(0, p.size().orElseThrow()).mapToObj(p::value).toList();
    }
}
