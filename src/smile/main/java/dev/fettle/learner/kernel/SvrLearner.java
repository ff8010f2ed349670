package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Support vector machines for values as {@code --model svr}; names, defaults and predictions of scikit-learn's SVR. */
public record SvrLearner() implements VectorMachine {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "svr";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        Hyperparameter epsilon =
                Hyperparameter.real("epsilon", 0.1, Interval.atLeast(0), "the error that costs nothing");
        return Stream.of(Smo.HYPERPARAMETERS, List.of(epsilon), Kernel.HYPERPARAMETERS)
                .flatMap(List::stream)
                .toList();
    }

    /** C and epsilon as auto-sklearn (Feurer et al., 2015, NeurIPS), gamma as for {@link SvmLearner}. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Real.logUniform("C", 0x1p-5, 0x1p15).startingAt(1.0),
                Real.logUniform("epsilon", 1e-3, 1).startingAt(0.1),
                Kernel.gamma(data));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Values;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Kernel kernel = Kernel.of(values, train.x());
        Smo.Solution solution = solution(values, train, kernel);
        int[] support = IntStream.range(0, train.rows())
                .filter(i -> solution.beta()[i] != 0)
                .toArray();
        double[][] rows = IntStream.of(support).mapToObj(i -> train.x()[i]).toArray(double[][]::new);
        double[] weights =
                IntStream.of(support).mapToDouble(i -> solution.beta()[i]).toArray();
        ColumnMatrix columns = ColumnMatrix.of(rows, train.x()[0].length);
        return Model.of(new KernelSum(kernel, columns, weights, solution.bias()))
                .withWarnings(Smo.warnings(solution.converged()));
    }

    private static Smo.Solution solution(Configuration values, Dataset train, Kernel kernel) {
        double[] y = ((Dataset.Values) train.target()).y();
        double epsilon = values.real("epsilon");
        double[] most =
                DoubleStream.of(train.weights()).map(w -> w * values.real("C")).toArray();
        int n = y.length;
        double[] q = IntStream.range(0, 2 * n)
                .mapToDouble(t -> t < n ? y[t] - epsilon : y[t - n] + epsilon)
                .toArray();
        double[] low = new double[2 * n];
        double[] high = new double[2 * n];
        for (int i = 0; i < n; i++) {
            high[i] = most[i];
            low[n + i] = -most[i];
        }
        return new Smo(new KernelRows(kernel, train.x()), q, low, high).solve(values.real("tol"));
    }
}
