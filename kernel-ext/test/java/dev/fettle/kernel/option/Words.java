package dev.fettle.kernel.option;

import dev.fettle.sampler.RandomSampler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language of a few words, for tests of first lines. */
final class Words {
    static final Option<Optional<Integer>> TRIALS = Option.optional(
                    Group.LIMITS, "trials", Argument.count("N", 1), "how many")
            .withLetter('n');
    static final Option<Long> SEED = Option.of(Group.SEARCH, "seed", Argument.whole(), 42L, "random numbers")
            .asSettable();
    static final Option<Optional<String>> DATA = Option.optional(Group.MODEL, "data", Argument.text("D"), "the table")
            .withLetter('d');
    static final Option<Optional<String>> CODE = Option.optional(Group.JAVA, "code", Argument.text("f"), "a method");
    static final Option<Boolean> QUIET =
            Option.flag(Group.DISPLAY, "quiet", "says little").withLetter('q');
    static final Option<Boolean> SOBOL = Option.flag(Group.SEARCH, "sobol", "leaves no gaps");
    static final Option<Integer> STEP = Option.of(Group.SEARCH, "step", Argument.count("S", 2), 3, "how far");

    static final Method DRAW = method("draw", SOBOL);
    static final Method WALK = method("walk", STEP);
    static final Vocabulary ALL = new Vocabulary(List.of(DRAW, WALK), List.of(TRIALS, SEED, DATA, CODE, QUIET));

    private Words() {}

    private static Method method(String magic, Option<?> own) {
        return new Method(magic, magic, "does", "", List.of(own), 7, false, true, values -> new RandomSampler(false));
    }

    static Header draw(String line) {
        return Header.read(ALL, DRAW, List.of(line.split(" ")), true);
    }

    /** The options of a line as it would be typed in full. */
    static String options(Map<Option<?>, Header.Word> options) {
        return options.entrySet().stream()
                .map(e -> e.getKey().written() + "=" + e.getValue().text() + "@"
                        + e.getValue().column())
                .collect(Collectors.joining(" "));
    }
}
