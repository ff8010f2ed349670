package dev.fettle.kernel.magic;

import dev.fettle.study.Earlier;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a study that another begins with. */
final class FromOther {
    private FromOther() {}

    /**
     * How many points of the other study are tried and how many results are known, and why not more.
     *
     * @param config that of the new study, with all of it
     */
    static String sentence(String name, Earlier earlier, StudyConfig config) {
        int fit = earlier.best().size();
        int unfit = earlier.unfit().size();
        if (fit + unfit == 0) {
            return "From " + name + ": nothing, as it has no scored trial.";
        }
        String why = earlier.reason(config.space())
                .map(reason -> ", the first since " + reason + ".")
                .orElse(".");
        if (fit == 0) {
            return "From " + name + ": nothing; " + count(unfit) + " did not fit" + why;
        }
        return "From " + name + ": " + tried(earlier.tries().size()) + data(earlier, config)
                + (unfit == 0 ? "." : "; " + unfit + " did not fit" + why);
    }

    private static String tried(int points) {
        return points == 1
                ? "the best point that fits is tried first"
                : "the best " + points + " points that fit are tried first";
    }

    /** Nothing where the method does not listen. */
    private static String data(Earlier earlier, StudyConfig config) {
        int known = earlier.results().size();
        if (!config.listens()) {
            return "";
        }
        if (!earlier.comparesWith(config)) {
            return "; its results are not known to the model, as its goal was " + goals(earlier.goals());
        }
        if (known == 0) {
            return "; its results are not known to the model, as "
                    + earlier.hitch().orElseThrow();
        }
        String results = known == 1 ? "the one result that fits is" : "all " + known + " results that fit are";
        return ", and " + results + " known to the model"
                + earlier.hitch().map(why -> ", others not as " + why).orElse("");
    }

    private static String count(int points) {
        return points == 1 ? "its one point" : "its " + points + " points";
    }

    private static String goals(List<Goal> goals) {
        return goals.stream()
                .map(g -> (g.direction() == Direction.MAXIMIZE ? "maximize " : "minimize ") + g.name())
                .collect(Collectors.joining(", "));
    }
}
