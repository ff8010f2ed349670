package dev.fettle.study;

import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.Told;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the search of a study has come. What a proposal knows depends on its number alone, as {@link Pace} says, so that the
 * jobs cannot change it. Immutable.
 *
 * @param pace that of the generation which is being asked for
 * @param generation its first number
 * @param heard how many trials the search knows
 */
record Progress(StudyConfig config, Search search, Pace pace, int generation, int heard) {
    /** A search that has proposed nothing; the tries of the user have the first numbers. */
    static Progress begin(StudyConfig config, Search search) {
        return new Progress(config, search, search.pace(), config.tries().size() + 1, 0);
    }

    /** How many trials must have been told before a number is given, and are known to it. */
    int known(int number) {
        if (number > config.tries().size()) {
            if (pace instanceof Pace.Generation) {
                return begins(number) ? number - 1 : generation - 1;
            }
            if (pace instanceof Pace.Window w) {
                return Math.max(0, number - Math.max(w.lag(), config.batch()));
            }
        }
        return config.prunes() ? Math.max(0, number - config.batch()) : 0;
    }

    private boolean begins(int number) {
        return pace instanceof Pace.Generation g && number >= generation + g.size();
    }

    /** Whether the search does not listen. */
    boolean isFree() {
        return pace instanceof Pace.Free;
    }

    /**
     * What the search must hear before it proposes a number.
     *
     * @param told all trials so far, by number; at least {@link #known}
     */
    List<Told> news(int number, List<Trial.Finished> told) {
        List<Told> news = new ArrayList<>();
        int known = isFree() ? 0 : known(number);
        for (int i = heard; i < known; i++) {
            news.add(Told.of(told.get(i), config.goals()));
        }
        return news;
    }

    /** The search when it has heard them. */
    Search told(List<Told> news) {
        Search now = search;
        for (Told one : news) {
            now = now.tell(one);
        }
        return now;
    }

    /**
     * When that number has been proposed.
     *
     * @param told the search that had heard the news, before it proposed
     * @param next that which has proposed
     */
    Progress after(int number, Search told, Search next) {
        int known = Math.max(heard, known(number));
        return begins(number)
                ? new Progress(config, next, told.pace(), number, known)
                : new Progress(config, next, pace, generation, known);
    }
}
