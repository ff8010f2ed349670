package dev.fettle.report.chart;

import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The studies of the gallery: those of a net as one might tune it, all awkward ones, and the large. Each is the same every time. */
final class GalleryStudies {
    private static final SearchSpace NET = SearchSpace.of(
            Real.logUniform("lr", 1e-5, 1e-1),
            Real.uniform("drop", 0, 0.6),
            Whole.between("units", 8, 230),
            Choice.of("act", "relu", "tanh", "gelu", "leaky_relu", "sigmoid"),
            Real.uniform("mom", 0.5, 0.99),
            Choice.of("layers", List.of(50), List.of(100), List.of(100, 50), List.of(200, 100, 50)),
            Normal.of("a_parameter_with_a_long_name", 0, 2));

    private GalleryStudies() {}

    /**
     * A study of the gallery.
     *
     * @param plots those that show of it what no other study does; empty for all
     */
    record Study(String name, StudyReport report, List<String> plots) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Study> all() {
        Map<String, StudyReport> whole = nets();
        whole.putAll(AwkwardStudies.all());
        whole.put("large", AwkwardStudies.large());
        List<Study> all = new ArrayList<>();
        whole.forEach((name, report) -> all.add(new Study(name, report, List.of())));
        all.add(new Study("large of generations", AwkwardStudies.manyGenerations(), List.of("generations", "sigma")));
        all.add(new Study("large of steps", AwkwardStudies.manySteps(), List.of("gradient")));
        all.add(new Study("large of rungs", AwkwardStudies.largeOfRungs(), List.of("curves", "timeline")));
        all.add(new Study("large of two goals", AwkwardStudies.largeOfTwoGoals(), List.of("pareto", "hypervolume")));
        return all;
    }

    private static Map<String, StudyReport> nets() {
        Goal down = Goal.minimize("rmse");
        int[] told = {0};
        Map<String, StudyReport> nets = new LinkedHashMap<>();
        nets.put("iris", Histories.iris72Report());
        nets.put(
                "net",
                random(Goal.maximize("accuracy"), 150, p -> p.whole("units") > 200 ? null : Score.of(accuracy(p))));
        nets.put("net over decades", random(down, 290, p -> Score.of(Math.exp(20 * (1 - accuracy(p))))));
        nets.put(
                "net with outliers",
                random(down, 60, p -> Score.of(told[0]++ % 30 == 3 ? 6e12 : 1 + 100 * (1 - accuracy(p)))));
        nets.put(
                "net below zero",
                random(Goal.maximize("likelihood"), 80, p -> Score.of(-1 * Math.exp(30 * (1 - accuracy(p))))));
        nets.put("net of few trials", random(Goal.maximize("accuracy"), 25, p -> Score.of(accuracy(p))));
        return nets;
    }

    private static double accuracy(Point p) {
        double rate = Math.log10(p.real("lr")) + 3;
        return 0.96 - 0.02 * rate * rate - 0.1 * p.real("drop") * p.real("drop") - 0.05 * (p.real("mom") < 0.6 ? 1 : 0);
    }

    private static StudyReport random(Goal goal, int trials, Function<Point, @Nullable Score> score) {
        return Draft.of(NET, Histories.random(NET, goal, trials, 7, score)).report();
    }
}
