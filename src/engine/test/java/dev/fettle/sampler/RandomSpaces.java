package dev.fettle.sampler;

import dev.fettle.random.Seed;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Spaces that somebody might write: every kind of parameter, conditions on those above, now and then a constraint. */
public final class RandomSpaces {
    private static final List<String> NUMBERS = List.of(
            "~ uniform(-2, 3)",
            "~ uniform(0, 1, step 0.25)",
            "~ logUniform(1e-6, 1e3)",
            "~ int(1, 40)",
            "~ int(0, 1000000, step 7)",
            "~ logInt(1, 5000)",
            "~ normal(0, 2)",
            "~ normal(5, 1, step 0.5)",
            "~ logNormal(0, 1)",
            "in {1, 2, 4, 8}");

    private static final List<String> OTHERS = List.of(
            "in {red, green, blue}", "in {true, false}", "in {small < medium < large}", "in {(50), (100), (100, 50)}");

    private RandomSpaces() {}

    /** The space of a number. */
    public static SearchSpace of(long number) {
        RandomGenerator random = new Seed(number).child("space").random();
        Optional<SearchSpace> space = Optional.empty();
        while (space.isEmpty()) {
            space = parsed(text(random));
        }
        return space.get();
    }

    /** Empty for a mistake: a condition that can never hold, say. */
    private static Optional<SearchSpace> parsed(String text) {
        try {
            return Optional.of(SpaceText.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(RandomGenerator random) {
        List<String> lines = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        List<String> colours = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            boolean isNumber = random.nextInt(3) > 0;
            List<String> kinds = isNumber ? NUMBERS : OTHERS;
            String kind = kinds.get(random.nextInt(kinds.size()));
            boolean array = isNumber && random.nextInt(8) == 0;
            String condition = condition(numbers, colours, random);
            lines.add("p" + i + (array ? "[3] " : " ") + kind + condition);
            if (isNumber && !array && condition.isEmpty()) {
                numbers.add("p" + i);
            }
            if (kind.startsWith("in {red")) {
                colours.add("p" + i);
            }
        }
        if (numbers.size() > 1 && random.nextInt(4) == 0) {
            lines.add("require " + numbers.get(0) + " < " + numbers.get(1) + " || " + numbers.get(0) + " >= 1");
        }
        return String.join("\n", lines);
    }

    private static String condition(List<String> numbers, List<String> colours, RandomGenerator random) {
        int kind = random.nextInt(4);
        if (kind == 0 && !colours.isEmpty()) {
            return " if " + colours.get(random.nextInt(colours.size())) + " == green";
        }
        if (kind == 1 && !numbers.isEmpty()) {
            return " if " + numbers.get(random.nextInt(numbers.size())) + " > 1";
        }
        return "";
    }
}
