package dev.fettle.kernel.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.magic.Magics;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker asks what the cell asks, whatever the method: else it would be refused. */
class ArrivalTest {
    private final RecordingKernel kernel = new RecordingKernel();

    @BeforeEach
    void install() {
        Magics.install(kernel);
    }

    @AfterEach
    void close() {
        kernel.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gridsearch s",
                "randomsearch s --trials 4",
                "bayesopt s --init 2 --trials 4",
                "tpe s --trials 12 --batch 2",
                "cmaes s --trials 8",
                "genetic s --population 4 --generations 2",
                "genetic s --method nsga2 --population 4 --generations 2",
                "swarm s --particles 4 --iterations 2",
                "hyperband s --max 3 --min 1",
                "hyperband s --max 3 --min 1 --method asha --trials 6"
            })
    void eachMethodArrives(String words, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("s.db");
        kernel.start(
                        "%%" + words + " --journal " + file
                                + "\nx in -2..2\nk in {a, b} default a\nminimize loss\nx * x * (probe.resource() + 3) + k.length()")
                .get();
        Helping said = Helping.with(file.toString(), "s");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("Study s has ended: ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "gradient s --model logistic --data iris --target species --cv 3 --steps 2\nC ~ logUniform(0.01, 10)",
                "randomsearch s --model mlp --data iris --target species --cv 3 --trials 4 --prune median\nhidden_layer_sizes in {(3), (5)}\nalpha ~ logUniform(1e-5, 1)\nmax_iter = 20",
                "tpe s --model knn --data iris --target species --cv 3 --trials 4 --test 0.2 --train-scores\nn_neighbors in 1..9"
            })
    void eachKindOfModelArrives(String cell, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("s.db");
        kernel.start("%%" + cell.replaceFirst("\n", " --journal " + file + "\n"))
                .get();
        Helping said = Helping.with(file.toString(), "s");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("Study s has ended: ");
    }
}
