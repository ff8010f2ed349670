package dev.fettle.sampler.gradient;

/** How gradients become a step. */
public enum Optimizer {
    /** θ ← θ − α∇J. */
    SGD(2),
    /** v ← 0.9 v + ∇J, θ ← θ − αv: the heavy ball (Polyak, 1964, equation 9). */
    MOMENTUM(10),
    /** Steps of about α along each coordinate (Kingma and Ba, 2015, "Adam", ICLR, algorithm 1, with its β 0.9 and 0.999). */
    ADAM(10),
    /**
     * θ ← θ − αₖ∇J with αₖ = sᵀs / sᵀy of the last step s and the change y of the gradient, ten times the last rate where that
     * bends the other way (Barzilai and Borwein, 1988, "Two-point step size gradient methods", equation 5); α is the first
     * rate. Of one parameter it is the secant method: few steps, if gradients are exact.
     */
    SPECTRAL(5),
    /**
     * θᵢ ← θᵢ − α∂ᵢJ/|∂ᵢ²J|, with α 1 to where each coordinate is least if they are independent and J is a parabola; half the
     * way as soon as it gets worse. Second derivatives come from the differences, which each step takes; a coordinate whose
     * own drowns in noise goes as far as a step may.
     */
    NEWTON(1);

    private final int patience;

    Optimizer(int patience) {
        this.patience = patience;
    }

    /** So many steps in a row that are no better than the best are too many; what has momentum climbs now and then. */
    int patience() {
        return patience;
    }
}
