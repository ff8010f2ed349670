package dev.fettle.kernel.option;

import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import java.util.List;

/** The search methods that have a cell magic. */
public enum Method {
    GRID("gridsearch", "Grid search", "tries every point of a grid and names the best"),
    RANDOM("randomsearch", "Random search", "tries points drawn at random, each at most once, and names the best");

    /** Magics of the language that are not built yet. */
    public static final List<String> LATER =
            List.of("bayesopt", "tpe", "cmaes", "genetic", "swarm", "gradient", "hyperband");

    /** Random trials if nobody says how many. */
    public static final int TRIALS = 60;

    private final String magic;
    private final String title;
    private final String sentence;

    Method(String magic, String title, String sentence) {
        this.magic = magic;
        this.title = title;
        this.sentence = sentence;
    }

    /** The word behind {@code %%}. */
    public String magic() {
        return magic;
    }

    /** As it begins a sentence. */
    public String title() {
        return title;
    }

    /** What it does, behind its name. */
    public String sentence() {
        return sentence;
    }

    /** The sampler; {@code quasi} is for {@link #RANDOM}. */
    public Sampler sampler(boolean quasi) {
        return this == GRID ? new GridSampler() : new RandomSampler(quasi);
    }

    /** Whether the option means something to this method. */
    boolean takes(Option option) {
        return option != Option.QMC || this == RANDOM;
    }
}
