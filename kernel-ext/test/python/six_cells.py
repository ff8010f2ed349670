"""The six cells that every release runs as they are written, and the variables that they use."""
from kernel_session import CELL

SETUP = """import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import java.util.stream.IntStream;

Dataset flowers = Bundled.dataset("iris", "species").rows(IntStream.range(0, 15).map(i -> 10 * i).toArray());
double[][] xTrain = flowers.x();
int[] yTrain = ((Dataset.Classes) flowers.target()).y();
"""
WEIGHTS = """double[][] xTrain = new double[40][10];
double[] yTrue = new double[40];
for (int i = 0; i < 40; i++) {
    for (int j = 0; j < 10; j++) {
        xTrain[i][j] = Math.sin(11 * i + j);
        yTrue[i] += (j - 5) * xTrain[i][j];
    }
}
double[] model(double[][] x, double[] w) {
    return Arrays.stream(x).mapToDouble(row -> IntStream.range(0, w.length).mapToDouble(j -> row[j] * w[j]).sum()).toArray();
}
double loss(double[] y, double[] said) {
    return IntStream.range(0, y.length).mapToDouble(i -> (y[i] - said[i]) * (y[i] - said[i])).sum() / y.length;
}
"""
LAYER = """double[][] affine(double[][] x, double[][] w, double[] b) {
    return Arrays.stream(x).map(r -> new double[] {b[0] + r[0] * w[0][0] + r[1] * w[1][0], b[1] + r[0] * w[0][1] + r[1] * w[1][1]}).toArray(double[][]::new);
}
double[][] relu(double[][] z) {
    return Arrays.stream(z).map(r -> new double[] {Math.max(0, r[0]), Math.max(0, r[1])}).toArray(double[][]::new);
}
double mse(double[][] y, double[][] said) {
    return IntStream.range(0, y.length).mapToDouble(i -> Math.pow(y[i][0] - said[i][0], 2) + Math.pow(y[i][1] - said[i][1], 2)).sum() / y.length;
}
double[][] xTrain = IntStream.range(0, 40).mapToObj(i -> new double[] {Math.sin(i), Math.cos(3 * i)}).toArray(double[][]::new);
double[][] yTrain = relu(affine(xTrain, new double[][] {{1, -0.5}, {0.5, 1}}, new double[] {0.2, 0.1}));
"""
GRID = CELL.strip()
RANDOM = """%%randomsearch iris100 --model mlp --data iris --target species --cv 5 --trials 100
hidden_layer_sizes in {(50), (100), (150)}
activation in {tanh, relu}
solver in {sgd, adam}
alpha in {0.0001, 0.001, 0.01}
learning_rate in {constant, adaptive}"""
BAYES = """%%bayesopt irisBo --init 10 --trials 110
hidden     in {(50), (100), (150), (100, 50)}
activation in {tanh, relu}
alpha      ~ logUniform(1e-5, 1e-1) default 1e-4
momentum   ~ uniform(0.5, 0.99)     default 0.9
maximize accuracy
var net = Mlp.of(hidden).activation(activation).alpha(alpha).momentum(momentum).seed(probe.seed());
return crossVal(net, xTrain, yTrain, 5);"""
GENETIC = """%%genetic ga --population 100 --generations 100 --crossover 0.5 --mutation 0.2 --tournament 3
w[10] ~ uniform(-10, 10)
maximize fitness
1 / (1 + loss(yTrue, model(xTrain, w)))"""
SWARM = """%%swarm pso --particles 30 --iterations 60
units ~ int(10, 200)
alpha ~ logUniform(1e-5, 1e-1)
maximize accuracy
crossVal(Mlp.of(units).alpha(alpha), xTrain, yTrain, 5)"""
GRADIENT = """%%gradient gd --rate 0.01 --steps 1000
w[2][2] ~ normal(0, 1)
b[2]    ~ normal(0, 1) default 0
minimize loss
mse(yTrain, relu(affine(xTrain, w, b)))"""
# Each cell that tunes behind the one that gives it its variables.
ALL = [SETUP, GRID, RANDOM, BAYES, SWARM, WEIGHTS, GENETIC, LAYER, GRADIENT]
TUNED = {GRID: "iris72", RANDOM: "iris100", BAYES: "irisBo", SWARM: "pso", GENETIC: "ga", GRADIENT: "gd"}
