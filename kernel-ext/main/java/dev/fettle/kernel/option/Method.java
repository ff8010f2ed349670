package dev.fettle.kernel.option;

import dev.fettle.sampler.Sampler;
import dev.fettle.space.text.Mistake;
import java.util.List;
import java.util.function.Function;

/**
 * A search method that has a cell magic. All that is known of it stands here; a new one is a value and a line in the list.
 *
 * @param magic the word behind {@code %%}
 * @param title as it begins a sentence
 * @param sentence what it does, behind its name
 * @param example a cell to copy, its lines ended
 * @param own the options that others do not have
 * @param trials how many there are if nobody says, at least 1; {@link Integer#MAX_VALUE} for as many as the sampler has
 * @param exhaustive whether it tries every point, and so needs finitely many
 * @param startsWithDefaults whether the default values of a cell are its first trial, the baseline
 * @param rule what its options must be beside each other
 * @param sampler by the options of the cell
 */
public record Method(
        String magic,
        String title,
        String sentence,
        String example,
        List<Option<?>> own,
        int trials,
        boolean exhaustive,
        boolean startsWithDefaults,
        Rule rule,
        Function<OptionValues, Sampler> sampler) {
    public Method {
        own = List.copyOf(own);
    }

    /** A method whose options may stand beside each other as they like. */
    public Method(
            String magic,
            String title,
            String sentence,
            String example,
            List<Option<?>> own,
            int trials,
            boolean exhaustive,
            boolean startsWithDefaults,
            Function<OptionValues, Sampler> sampler) {
        this(
                magic,
                title,
                sentence,
                example,
                own,
                trials,
                exhaustive,
                startsWithDefaults,
                (values, total) -> List.of(),
                sampler);
    }

    /** What options that are right each for itself must be beside each other. */
    @FunctionalInterface
    public interface Rule {
        /**
         * All that is wrong with them.
         *
         * @param trials the total of the cell; {@link Integer#MAX_VALUE} for as many as there are
         */
        List<Mistake> mistakes(OptionValues values, int trials);
    }
}
