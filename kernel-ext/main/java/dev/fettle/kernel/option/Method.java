package dev.fettle.kernel.option;

import dev.fettle.sampler.Sampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.Mistake;
import dev.fettle.trial.Budget;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * A search method that has a cell magic. All that is known of it stands here; a new one is a value and a line in the list.
 *
 * @param magic the word behind {@code %%}
 * @param title as it begins a sentence
 * @param titled that of the variant which the options of the cell name
 * @param sentence what it does, behind its name
 * @param example a cell to copy, its lines ended
 * @param own the options that others do not have
 * @param total how many trials there are if nobody says
 * @param domain what it needs of spaces and scores
 * @param startsWithDefaults whether the default values of a cell are its first trial, the baseline
 * @param rule what its options must be beside each other
 * @param sampler by the options of the cell
 */
public record Method(
        String magic,
        String title,
        Function<OptionValues, String> titled,
        String sentence,
        String example,
        List<Option<?>> own,
        Total total,
        Domain domain,
        boolean startsWithDefaults,
        Rule rule,
        Function<OptionValues, Sampler> sampler) {
    public Method {
        own = List.copyOf(own);
    }

    /**
     * A method whose options may stand beside each other as they like.
     *
     * @param exhaustive whether it tries every point, and so needs finitely many
     * @param trials how many there are if nobody says, at least 1; {@link Budget#ALL} for as many as the
     *     sampler has
     */
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
                values -> title,
                sentence,
                example,
                own,
                Total.of(trials),
                exhaustive ? Domain.FINITE : Domain.ANY,
                startsWithDefaults,
                (values, total) -> List.of(),
                sampler);
    }

    /** The same with variants that have names of their own. */
    public Method withTitles(Function<OptionValues, String> others) {
        return new Method(
                magic, title, others, sentence, example, own, total, domain, startsWithDefaults, rule, sampler);
    }

    /** The same with another {@link #total}. */
    public Method withTotal(Total other) {
        return new Method(
                magic, title, titled, sentence, example, own, other, domain, startsWithDefaults, rule, sampler);
    }

    /** The same with another {@link #rule}. */
    public Method withRule(Rule other) {
        return new Method(
                magic, title, titled, sentence, example, own, total, domain, startsWithDefaults, other, sampler);
    }

    /** The same with another {@link #domain}. */
    public Method withDomain(Domain other) {
        return new Method(
                magic, title, titled, sentence, example, own, total, other, startsWithDefaults, rule, sampler);
    }

    /** Whether it tries every point. */
    public boolean exhaustive() {
        return domain == Domain.FINITE;
    }

    /** What a method needs of spaces and scores. */
    public enum Domain {
        /** Nothing. */
        ANY,
        /** Finitely many points. */
        FINITE,
        /** Decimal parameters, and scores that change smoothly with them. */
        SMOOTH
    }

    /**
     * How many trials there are if nobody says.
     *
     * @param shown in words, for the help page
     * @param by the options of the cell, and what they are about; at least 1, {@link Budget#ALL} for as many as the sampler has
     * @param cost of what the method does beside trying points, a sentence to be said first; empty where there is nothing
     */
    public record Total(
            String shown, ToIntBiFunction<OptionValues, Extent> by, BiFunction<OptionValues, Extent, String> cost) {
        /** Without a {@link #cost}, and the same in every space. */
        public Total(String shown, ToIntFunction<OptionValues> by) {
            this(shown, (values, extent) -> by.applyAsInt(values), (values, extent) -> "");
        }

        /** Always as many. */
        static Total of(int trials) {
            return new Total(trials == Budget.ALL ? "all points" : String.valueOf(trials), values -> trials);
        }

        /** As many as two options say when they are multiplied. */
        public static Total product(Option<Integer> one, Option<Integer> other) {
            return new Total(one.id() + " × " + other.id(), values -> most((long) values.get(one) * values.get(other)));
        }

        /** A number of trials, or the largest there is. */
        public static int most(long trials) {
            return (int) Math.min(Budget.ALL - 1L, trials);
        }
    }

    /**
     * How large the question of a cell is.
     *
     * @param exact whether each score brings its gradient
     */
    public record Extent(SearchSpace space, boolean exact) {}

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
