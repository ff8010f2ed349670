package dev.fettle.kernel.run;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.random.Seed;
import dev.fettle.replicate.Replicated;
import dev.fettle.report.edge.Legal;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.insight.Landmarks;
import dev.fettle.report.trust.CorrectedTest;
import dev.fettle.report.trust.Rescorer;
import dev.fettle.space.Point;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a history is compared with, by what is known of its task. */
final class Conclusions {
    private Conclusions() {}

    static Insights of(Settings settings, StudyConfig config, History history) {
        Task task = settings.subject().task().orElse(null);
        return Insights.of(
                comparable(settings, history),
                config.space(),
                new Seed(settings.get(Options.SEED)),
                task == null ? Background.NONE : background(task),
                () -> config.spreads(history),
                () -> config.slopes(history));
    }

    /** With little of a resource a score is a guess, and no match for one with all of it; one evaluation is as good as it was. */
    private static History comparable(Settings settings, History history) {
        return settings.get(LastTrials.REPLICATE) ? Replicated.latest(history) : history.full();
    }

    private static Background background(Task task) {
        return new Background(complexity(task), landmarks(task), legal(task), test(task.folds()), rescorer(task));
    }

    private static Optional<Rescorer> rescorer(Task task) {
        return task.rescoring().map(rescoring -> new Rescorer() {
            @Override
            public int units() {
                return rescoring.units();
            }

            @Override
            public Optional<ToDoubleFunction<double[]>> of(Score score) {
                return rescoring.of(score);
            }
        });
    }

    /** By the rows of an average fold. */
    private static Optional<CorrectedTest> test(Folds folds) {
        double tests = folds.folds().stream().mapToDouble(f -> f.test().length).sum();
        double trains =
                folds.folds().stream().mapToDouble(f -> f.train().length).sum();
        return Optional.of(new CorrectedTest(tests / trains));
    }

    /** Models of different kinds are not simpler or less simple than each other. */
    private static @Nullable ToDoubleFunction<Point> complexity(Task task) {
        return task.objective().learner() instanceof OneOf ? null : task::size;
    }

    private static Legal legal(Task task) {
        return (name, value) -> task.objective().learner().problem(name, value).isEmpty();
    }

    private static Landmarks landmarks(Task task) {
        String predicts = task.data().target() instanceof Dataset.Classes ? "the largest class" : "the mean";
        return new Landmarks(OptionalDouble.of(task.perfect()), task::dummy, predicts);
    }
}
