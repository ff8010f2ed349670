package dev.fettle.kernel.method;

import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.gradient.PolishedSampler;
import dev.fettle.space.text.Mistake;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code --polish}: the last trials descend from the best point of a model. */
final class Polish {
    private Polish() {}

    /** The sampler, polished if the cell says so. */
    static Function<OptionValues, Sampler> polished(Function<OptionValues, Sampler> sampler) {
        return values -> {
            Sampler bare = sampler.apply(values);
            return values.get(LastTrials.POLISH) ? new PolishedSampler(bare) : bare;
        };
    }

    /** A rule, and that proposals do not run ahead of results here. */
    static Method.Rule rule(Method.Rule other) {
        return (values, trials) -> Stream.concat(other.mistakes(values, trials).stream(), batch(values).stream())
                .toList();
    }

    private static List<Mistake> batch(OptionValues values) {
        return values.get(LastTrials.POLISH) && values.get(Options.BATCH) > 1
                ? values
                        .header()
                        .option(Options.BATCH)
                        .map(word -> word.says("--batch (" + word.text()
                                + ") must not stand beside --polish, where one trial follows the other. Maybe leave"
                                + " --batch out."))
                        .stream()
                        .toList()
                : List.of();
    }
}
