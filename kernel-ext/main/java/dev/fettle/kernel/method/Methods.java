package dev.fettle.kernel.method;

import dev.fettle.kernel.option.Method;
import java.util.List;

/** All search methods. */
public final class Methods {
    /** Those that have a magic. */
    public static final List<Method> ALL = List.of(
            GridSearch.METHOD,
            RandomSearch.METHOD,
            BayesOpt.METHOD,
            Tpe.METHOD,
            CmaEs.METHOD,
            Genetic.METHOD,
            SwarmSearch.METHOD,
            GradientSearch.METHOD,
            Hyperband.METHOD);

    private Methods() {}
}
