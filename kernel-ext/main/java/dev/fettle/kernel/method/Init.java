package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import java.util.List;
import java.util.Optional;

/** {@code --init}: how many trials there are before a model speaks. */
final class Init {
    private Init() {}

    /** @param standard how many there are without it, in words */
    static Option<Optional<Integer>> option(String standard) {
        return Option.optional(
                        Group.SEARCH,
                        "init",
                        Argument.count("N", 1).maybe("--init 10"),
                        "trials before the model speaks, defaults and try lines among them")
                .withLetter('i')
                .withShown(method -> standard);
    }

    /** More of them than there are trials would leave the model silent. */
    static Method.Rule rule(Option<Optional<Integer>> option) {
        return (values, trials) -> values.get(option)
                .filter(init -> init > trials)
                .flatMap(init -> values.header()
                        .option(option)
                        .map(word -> word.says("--init (" + init + ") must be at most the total of trials (" + trials
                                + "), or the model never speaks. Maybe --init " + Math.max(1, trials / 5) + ".")))
                .map(List::of)
                .orElse(List.of());
    }
}
