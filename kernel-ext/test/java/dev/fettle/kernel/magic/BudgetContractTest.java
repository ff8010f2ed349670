package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every cell holds of those that give some trials less: any jobs, resumed, stopped, the same table. */
class BudgetContractTest extends CellFixture {
    private static final String CURVE = """

            x ~ uniform(0, 1)  default 0.9
            y ~ uniform(0, 1)
            minimize loss
            double loss = 9;
            int epochs = probe.resource() == 0 ? 9 : probe.resource();
            for (int epoch = 1; epoch <= epochs; epoch++) {
                loss = (x - 0.3) * (x - 0.3) + y / 10 + 1.0 / epoch;
                if (!probe.report(epoch, loss)) return loss;
            }
            return loss;
            """;

    private static final String GATE = """
            if (calls.incrementAndGet() == 12) {
                begun.countDown();
                new java.util.concurrent.CountDownLatch(1).await();
            }
            """;

    private Object csv(String study) throws Exception {
        return Objects.requireNonNull(
                notebook.value(study + ".table().removeColumns(\"seconds\").write().toString(\"csv\")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hyperband|--model mlp --data iris --max 9|hidden_layer_sizes in {(5), (9)}\nlearning_rate_init ~ logUniform(1e-3, 1e-1)",
                "hyperband|--model random_forest --data iris --max 9|max_depth ~ int(1, 9)",
                "hyperband|--model gradient_tree_boost --data iris --max 9 --method asha --batch 4|max_depth ~ int(1, 5)",
                "hyperband|--model knn --data wine --resource rows|n_neighbors ~ int(1, 30)",
                "hyperband|--model knn --data wine --resource folds --sampler tpe|n_neighbors ~ int(1, 30)",
                "randomsearch|--model decision_tree --data wine --prune folds --batch 4|max_depth ~ int(1, 9)",
                "tpe|--model mlp --data iris --prune halving --resource max_iter --batch 4|learning_rate_init ~ logUniform(1e-3, 1)\nmax_iter = 9"
            })
    void aModelGivesTheSameTableAtAnyJobs(String given) throws Exception {
        String[] part = given.split("\\|", -1);
        for (int jobs : new int[] {1, 2, 8}) {
            run("%%" + part[0] + " s" + jobs + " --cv 4 --trials 24 --jobs " + jobs + " " + part[1] + "\n" + part[2]);
        }
        assertThat(csv("s2")).isEqualTo(csv("s1"));
        assertThat(csv("s8")).isEqualTo(csv("s1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%hyperband s --max 9",
                "%%hyperband s --max 9 --sampler bayes",
                "%%hyperband s --max 9 --method asha",
                "%%randomsearch s --prune median",
                "%%genetic s --prune halving --population 10 --generations 4",
                "%%bayesopt s --prune median"
            })
    void whatIsStoppedAndResumedIsTheStudyThatWouldHaveBeen(String first) throws Exception {
        notebook.run("var begun = new java.util.concurrent.CountDownLatch(1);");
        notebook.run("var calls = new java.util.concurrent.atomic.AtomicInteger();");
        CountDownLatch begun = (CountDownLatch) Objects.requireNonNull(notebook.value("begun"));
        String trials = first.contains("--generations") ? "" : " --trials 40";
        String cell = first + trials + " --live off" + CURVE.replace("double loss = 9;\n", GATE + "double loss = 9;\n");
        Future<Object> stopped = kernel.start(cell);
        assertThat(begun.await(20, TimeUnit.SECONDS)).as(kernel.text()).isTrue();
        kernel.interrupt();
        stopped.get();
        assertThat(kernel.lastText()).contains(" stopped by you: ", " of 40 trials");
        run("%tune resume s --trials 30");
        run("%tune resume s --trials 40");
        run(cell.replace(" s ", " whole "));
        assertThat(notebook.value("whole.history().size()")).isEqualTo(40);
        assertThat(csv("s")).isEqualTo(csv("whole"));
    }
}
