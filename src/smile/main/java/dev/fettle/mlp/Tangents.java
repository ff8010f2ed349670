package dev.fettle.mlp;

import dev.fettle.learner.hyperparameter.Configuration;
import java.util.List;

/** How a net in training changes with some of its hyperparameters, step by step; nothing if there are none. For one thread. */
final class Tangents {
    private final Network network;
    private final double alpha;
    private final Directional directional;
    private final Chain chain;
    private final List<Tangent> all;

    /**
     * From the beginning of a training on.
     *
     * @param columns of its largest batch
     */
    Tangents(Configuration values, Network network, int columns, List<String> by) {
        this.network = network;
        this.alpha = values.real("alpha");
        this.all = by.stream()
                .filter(name -> Hyperparameters.read(name, values))
                .map(name -> new Tangent(name, network.size()))
                .toList();
        this.directional = new Directional(network, all.isEmpty() ? 0 : columns);
        this.chain = Chain.of(values, all.isEmpty() ? 0 : network.size());
    }

    /**
     * Follows a step that will be taken.
     *
     * @param pass that has gone forward and backward over the batch
     * @param rate the learning rate so far
     */
    void step(Network.Pass pass, double[] theta, Samples batch, double[] gradient, double rate) {
        if (all.isEmpty()) {
            return;
        }
        for (Tangent tangent : all) {
            directional.gradient(pass, batch, tangent.theta, alpha, tangent.gradient);
            if (tangent.by.equals("alpha")) {
                decay(theta, batch.total(), tangent.gradient);
            }
        }
        chain.step(gradient, rate, all);
    }

    /** Adds what the gradient changes with alpha itself. */
    private void decay(double[] theta, double total, double[] gradient) {
        for (Layer layer : network.layers()) {
            for (int w = layer.offset(); w < layer.bias(); w++) {
                gradient[w] += theta[w] / total;
            }
        }
    }

    /** The parameters of now are the best so far. */
    void keep() {
        all.forEach(tangent -> tangent.best = tangent.theta.clone());
    }

    /**
     * The changes of the outputs, {@code [n][outputs]}, 0 for a hyperparameter that is not followed.
     *
     * @param theta the parameters of the trained net
     */
    double[][] outputs(String by, double[] theta, double[][] rows) {
        int outputs = network.layers().get(network.layers().size() - 1).out();
        double[][] changes = new double[rows.length][outputs];
        for (Tangent tangent : all) {
            if (tangent.by.equals(by)) {
                Samples samples = Samples.of(rows, new double[0][]);
                Network.Pass pass = network.new Pass(rows.length);
                pass.forward(theta, samples);
                double[][] found = new Directional(network, rows.length).outputs(pass, samples, tangent.best);
                for (int i = 0; i < rows.length; i++) {
                    System.arraycopy(found[i], 0, changes[i], 0, outputs);
                }
            }
        }
        return changes;
    }
}
