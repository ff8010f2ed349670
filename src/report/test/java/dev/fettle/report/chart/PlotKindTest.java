package dev.fettle.report.chart;

import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.StudyReport;
import org.junit.jupiter.api.Nested;

/** Every plot keeps the contract. */
class PlotKindTest {
    @Nested
    class OfHistory implements PlotContract {
        @Override
        public PlotKind kind() {
            return new HistoryPlot();
        }
    }

    @Nested
    class OfImportance implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ImportancePlot();
        }
    }

    @Nested
    class OfShare implements PlotContract {
        @Override
        public PlotKind kind() {
            return new SharePlot();
        }
    }

    @Nested
    class OfValues implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ValuesPlot();
        }
    }

    @Nested
    class OfSlice implements PlotContract {
        @Override
        public PlotKind kind() {
            return new SlicePlot();
        }
    }

    @Nested
    class OfSurrogate implements PlotContract {
        @Override
        public PlotKind kind() {
            return new SurrogatePlot();
        }
    }

    @Nested
    class OfContour implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ContourPlot();
        }
    }

    @Nested
    class OfSigma implements PlotContract {
        @Override
        public PlotKind kind() {
            return new SigmaPlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.manyGenerations();
        }
    }

    @Nested
    class OfGradient implements PlotContract {
        @Override
        public PlotKind kind() {
            return new GradientPlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.manySteps();
        }
    }

    @Nested
    class OfGenerations implements PlotContract {
        @Override
        public PlotKind kind() {
            return new GenerationsPlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.manyGenerations();
        }
    }

    @Nested
    class OfCurves implements PlotContract {
        @Override
        public PlotKind kind() {
            return new CurvesPlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.largeOfRungs();
        }
    }

    @Nested
    class OfHeatmap implements PlotContract {
        @Override
        public PlotKind kind() {
            return new HeatmapPlot();
        }
    }

    @Nested
    class OfParallel implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ParallelPlot();
        }
    }

    @Nested
    class OfRank implements PlotContract {
        @Override
        public PlotKind kind() {
            return new RankPlot();
        }
    }

    @Nested
    class OfEdf implements PlotContract {
        @Override
        public PlotKind kind() {
            return new EdfPlot();
        }
    }

    @Nested
    class OfTimeline implements PlotContract {
        @Override
        public PlotKind kind() {
            return new TimelinePlot();
        }
    }

    @Nested
    class OfFailures implements PlotContract {
        @Override
        public PlotKind kind() {
            return new FailuresPlot();
        }
    }

    @Nested
    class OfToy implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ToyPlot();
        }
    }

    @Nested
    class OfPareto implements PlotContract {
        @Override
        public PlotKind kind() {
            return new ParetoPlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.largeOfTwoGoals();
        }
    }

    @Nested
    class OfHypervolume implements PlotContract {
        @Override
        public PlotKind kind() {
            return new HypervolumePlot();
        }

        @Override
        public StudyReport large() {
            return AwkwardStudies.largeOfTwoGoals();
        }
    }
}
