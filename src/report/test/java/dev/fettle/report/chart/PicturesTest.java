package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes pictures to look at, in target/pictures: studies that are hard to draw, in every plot that has something to show. */
class PicturesTest {
    private static final SearchSpace NET = SearchSpace.of(
            Real.logUniform("lr", 1e-5, 1e-1),
            Real.uniform("drop", 0, 0.6),
            Whole.between("units", 8, 230),
            Choice.of("act", "relu", "tanh", "gelu", "leaky_relu", "sigmoid"),
            Real.uniform("mom", 0.5, 0.99),
            Choice.of("layers", List.of(50), List.of(100), List.of(100, 50), List.of(200, 100, 50)),
            Normal.of("a_parameter_with_a_long_name", 0, 2));

    private static double accuracy(Point p) {
        double rate = Math.log10(p.real("lr")) + 3;
        return 0.96 - 0.02 * rate * rate - 0.1 * p.real("drop") * p.real("drop") - 0.05 * (p.real("mom") < 0.6 ? 1 : 0);
    }

    private static StudyReport random(Goal goal, int trials, Function<Point, @Nullable Score> score) {
        return Draft.of(NET, Histories.random(NET, goal, trials, 7, score)).report();
    }

    private static Map<String, StudyReport> studies() {
        Goal down = Goal.minimize("rmse");
        int[] told = {0};
        Map<String, StudyReport> studies = new LinkedHashMap<>();
        studies.put(
                "accuracy",
                random(Goal.maximize("accuracy"), 150, p -> p.whole("units") > 200 ? null : Score.of(accuracy(p))));
        studies.put("decades", random(down, 290, p -> Score.of(Math.exp(20 * (1 - accuracy(p))))));
        studies.put(
                "outliers", random(down, 60, p -> Score.of(told[0]++ % 30 == 3 ? 6e12 : 1 + 100 * (1 - accuracy(p)))));
        studies.put(
                "negative",
                random(Goal.maximize("likelihood"), 80, p -> Score.of(-1 * Math.exp(30 * (1 - accuracy(p))))));
        studies.put("few", random(Goal.maximize("accuracy"), 25, p -> Score.of(accuracy(p))));
        AwkwardStudies.all().entrySet().stream()
                .filter(e -> List.of(
                                "one trial",
                                "constant scores",
                                "all failed",
                                "one scored",
                                "fourteen parameters",
                                "one value",
                                "decades of both signs",
                                "odd words",
                                "conditional",
                                "rungs",
                                "two goals",
                                "generations",
                                "pruned")
                        .contains(e.getKey()))
                .forEach(e -> studies.put(e.getKey(), e.getValue()));
        return studies;
    }

    static Stream<Arguments> pictures() {
        return studies().entrySet().stream().flatMap(study -> Plots.found().kinds().stream()
                .map(k -> Arguments.of(study.getKey(), words(k, study.getValue()), study.getValue())));
    }

    private static List<String> words(PlotKind kind, StudyReport report) {
        List<String> names =
                report.space().scalars().stream().map(s -> s.name()).toList();
        return Stream.concat(
                        Stream.of(kind.name()),
                        names.stream().limit(kind.arguments().size()))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pictures")
    void aPictureOfEach(String study, List<String> words, StudyReport report) throws IOException {
        Plot plot;
        try {
            plot = Plots.found().draw(report, words);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageEndingWith(".");
            return;
        }
        Path file = Files.createDirectories(Path.of("target", "pictures"))
                .resolve(study.replace(' ', '_') + "-" + String.join("-", words).replace('/', '_') + ".svg");
        Files.write(file, Picture.of(plot, Format.SVG).bytes());
        assertThat(file).isNotEmptyFile();
    }
}
