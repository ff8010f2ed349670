package dev.fettle.kernel.option;

import dev.fettle.replicate.ReplicatedSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.text.Mistake;
import dev.fettle.trial.Budget;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the last trials of a search may be for: to polish its best point, or to evaluate the best ones again. */
public final class LastTrials {
    public static final Option<Boolean> POLISH = Option.flag(
            Group.SEARCH,
            "polish",
            "the last third of the trials descends from the best point, along the gradient of its decimal parameters");

    public static final Option<Boolean> REPLICATE = Option.flag(
            Group.SEARCH,
            "replicate",
            "the last fifth of the trials evaluates the best points again, with other splits of the rows and other seeds");

    private LastTrials() {}

    /** Whether a cell goes down a gradient at some time, so that its metric must be smooth. */
    public static boolean descends(Method.Domain domain, OptionValues values) {
        return domain == Method.Domain.SMOOTH || values.get(POLISH);
    }

    /** The sampler of a method, whose best points come again if the cell says so. */
    public static Sampler sampler(Method method, OptionValues values) {
        Sampler sampler = method.sampler().apply(values);
        return values.get(REPLICATE) ? new ReplicatedSampler(sampler, values.get(Options.BATCH)) : sampler;
    }

    /**
     * How many trials there are if nobody says: where every point runs and the best come again, so many more.
     *
     * @param trials of the method alone; {@link Budget#ALL} for as many as there are points
     * @param points how many there are; asked only where it matters, as counting them takes time
     */
    public static int total(OptionValues values, int trials, Supplier<OptionalLong> points) {
        if (!values.get(REPLICATE) || trials != Budget.ALL) {
            return trials;
        }
        OptionalLong all = points.get();
        return all.isPresent() ? ReplicatedSampler.trials(Method.Total.most(all.getAsLong())) : trials;
    }

    /**
     * What {@code --replicate} must not stand beside.
     *
     * @param shuffled whether the folds could be others; nothing for Java
     */
    public static List<Mistake> mistakes(Method method, Header header, int goals, Optional<Boolean> shuffled) {
        return header.option(REPLICATE).stream()
                .flatMap(word -> Stream.of(
                                unless(
                                        !Resources.spends(method),
                                        "another method; this one itself gives the better points more. Maybe leave it out."),
                                unless(
                                        !header.has(Resources.PRUNE) && !header.has(POLISH),
                                        "neither --prune nor --polish. Maybe leave it out."),
                                unless(goals == 1, "one goal. Maybe leave it out."),
                                unless(
                                        shuffled.orElse(true),
                                        "stratified or plain folds, without --group: there is no other split of the rows. Maybe leave it out."))
                        .flatMap(Optional::stream)
                        .map(what -> word.says("Option (" + REPLICATE.written() + ") must go with " + what)))
                .toList();
    }

    private static Optional<String> unless(boolean met, String what) {
        return met ? Optional.empty() : Optional.of(what);
    }
}
