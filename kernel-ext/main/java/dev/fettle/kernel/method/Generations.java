package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.space.text.Mistake;
import java.util.Optional;

/** {@code --generations} and {@code --iterations}: how often a population is tried as a whole. */
final class Generations {
    private static final int MOST = 1_000_000;

    private Generations() {}

    /** @param standard how many there are without it */
    static Option<Integer> option(String id, int standard, String meaning) {
        return Option.of(
                Group.SEARCH, id, Argument.count("N", 1, MOST).maybe("--" + id + " " + standard), standard, meaning);
    }

    /** Two totals would be one too many. */
    static Optional<Mistake> clash(OptionValues values, Option<Integer> generations, Option<Integer> size) {
        long total = (long) values.get(generations) * values.get(size);
        return values.header()
                .option(generations)
                .filter(word -> values.header().has(Options.TRIALS))
                .map(word -> word.says(generations.written() + " (" + values.get(generations)
                        + ") must not stand beside --trials, which says the total. Maybe --trials " + total + "."));
    }
}
