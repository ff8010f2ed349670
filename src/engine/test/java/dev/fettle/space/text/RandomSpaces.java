package dev.fettle.space.text;

import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random spaces written as text, and so through the whole grammar: every distribution, steps, arrays, nested conditions. */
final class RandomSpaces {
    private static final List<String> FINITE = List.of(
            "in {a, b, c}",
            "in {true, false}",
            "in {1, 2.5, 3}",
            "in {(50), (100, 50)}",
            "in {x < y}",
            "in 1..4",
            "in -3..9 step 4",
            "in log(1e-3, 10, 3)",
            "in {auto, 7, \"a b\"}",
            "~ int(2, 5)",
            "~ int(-4, 8, step 3) default -1",
            "~ logInt(1, 9, step 2)",
            "~ uniform(0, 1, step 0.25) default 0.5",
            "~ logUniform(0.1, 1, step = 0.3)");
    private static final List<String> INFINITE = List.of(
            "~ uniform(-1, 2)",
            "~ uniform(0, 1, step 0.1) default 0.3",
            "~ logUniform(1e-5, 0.1) default 1e-4",
            "~ logUniform(1e-300, 1e300)",
            "~ logUniform(0.001, 10, step 0.001)",
            "~ logInt(1, 1000)",
            "~ logInt(5, 5000, step 7)",
            "~ int(-2000000000, 2000000000)",
            "~ normal(0, 1) default 1",
            "~ normal(-5, 1e-3)",
            "~ normal(10, 3, step 0.5)",
            "~ logNormal(0, 1)",
            "~ logNormal(-3, 2, step 1e-3)");
    private static final List<String> ARRAYS = List.of("[1]", "[2]", "[3]", "[2][1]", "[2][2]");
    private static final List<String> CONDITIONS = List.of(
            "p0 == a",
            "p0 != b && k > 1",
            "!(p0 in {a, b}) || k * 2 <= 5 - 1",
            "k % 2 == 0",
            "-k < -1 && (p0 == a || p0 == c)",
            "w[0] + w[1] < 5",
            "w[1] - k / 2 >= w[0] && p0 != c",
            "w in {(1, 2), (3, 3), (2, 1)} || k == 1");

    private RandomSpaces() {}

    /** A parameter p0 of words, k of numbers, w of two numbers, and some others; it may be unsatisfiable. */
    static String text(RandomGenerator random, boolean finite) {
        List<String> conditions = new ArrayList<>(CONDITIONS);
        StringBuilder text = new StringBuilder("p0 in {a, b, c}\nk in 1..3\nw[2] ~ int(1, 3) default (1, 2)\n");
        int more = random.nextInt(5);
        for (int i = 1; i <= more; i++) {
            List<String> domains = finite || random.nextInt(2) == 0 ? FINITE : INFINITE;
            String domain = any(domains, random);
            boolean array = random.nextInt(4) == 0 && !domain.contains("(50)");
            text.append('p')
                    .append(i)
                    .append(array ? any(ARRAYS, random) : "")
                    .append(' ')
                    .append(domain);
            if (random.nextInt(2) == 0) {
                text.append(" if ").append(any(conditions, random));
                if (random.nextInt(3) == 0) {
                    text.append(random.nextInt(2) == 0 ? " && (" : " || (")
                            .append(any(conditions, random))
                            .append(')');
                }
            }
            if (!array && domain.matches("(in -?\\d|~ (int|normal|uniform)).*")) {
                conditions.add("p" + i + " > 0 || k == 2");
                conditions.add("p" + i + " * p" + i + " != k");
                conditions.add("max(p" + i + ", abs(k - 2)) + sum(k, p" + i + ", 1) > min(k, 0)");
            }
            text.append('\n');
        }
        for (int n = random.nextInt(6) / 2; n > 0; n--) {
            text.append("require ").append(any(conditions, random)).append('\n');
        }
        return text.toString();
    }

    /** The next one that is satisfiable. */
    static SearchSpace space(RandomGenerator random, boolean finite) {
        while (true) {
            SpaceText read = SpaceText.read(text(random, finite), 1, JavaValues.NONE);
            if (read.mistakes().isEmpty()) {
                return read.space();
            }
            boolean expected =
                    read.mistakes().stream().allMatch(m -> m.message().contains("for some point"));
            if (!expected) {
                throw new AssertionError(read.mistakes());
            }
        }
    }

    static String any(List<String> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
