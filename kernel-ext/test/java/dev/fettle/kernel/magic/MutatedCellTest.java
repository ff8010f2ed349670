package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.RecordingKernel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is typed ends with a report or a message, and changes nothing. */
class MutatedCellTest {
    private static final int CELLS = Integer.getInteger("fettle.mutations", 500);
    private static final long SEED = Long.getLong("fettle.mutations.seed", 20_240_601);
    /** The claim is a second on an idle machine; a hang would be found by this. */
    private static final long BOUND_SECONDS = 10;

    /** Looking at the variables takes as long as a cell, and leaves the shell a little slower each time. */
    private static final int LOOKS = 20;

    private static final List<String> GOOD = List.of("""
            %%gridsearch iris --model mlp --data iris --target species --cv 3 --test 0.2
            hidden_layer_sizes in {(3), (4, 2)}
            activation         in {tanh, relu}
            alpha              in log(1e-4, 1e-2, 3)
            solver             in {sgd, adam}
            learning_rate      in {constant, adaptive} if solver == sgd
            max_iter = 10
            """, """
            %%randomsearch net --model mlp --data iris --cv 3 --trials 20 --seed 7 --jobs 2 --metric accuracy
            hidden_layer_sizes in {(3), (4)}
            alpha ~ logUniform(1e-5, 1e-1) default 1e-4
            momentum ~ uniform(0.5, 0.99)
            max_iter = 10
            """, """
            %%randomsearch old --trials 30 --until 0.5
            x ~ uniform(-10, 10)
            k in {1, 2}
            scale = 2.5
            minimize loss
            square(x - shift) * scale + k    // of the notebook
            """, """
            %%randomsearch steps --trials 10 --jobs 2 --patience 5
            a in {(1), (2, 3)}
            b in {true, false}
            c in {red, "dark green"}
            maximize accuracy
            double sum = 0;
            for (int v : a) {
                sum += v;
            }
            return Map.of("accuracy", sum * (b ? 1 : 0.5) + c.length(), "length", 2.0);
            """, """
            %%randomsearch given --objective f --trials 5 --time 10s
            x ~ uniform(0, 1)
            maximize it
            """, """
            %%randomsearch arrays --qmc --trials 16
            w[3] ~ uniform(-1, 1)
            m[2][2] ~ normal(0, 1)
            n ~ logInt(1, 1000)
            minimize loss
            double sum = n;
            for (double v : w) sum += v * v;
            return sum + m[0][1];
            """, """
            %%gridsearch rules --show 3 --on-error stop
            solver in {sgd, adam, lbfgs} default adam
            hidden in 10..90 step 20
            rate in {0.1, 0.2, 0.5} default 0.2 if solver == sgd && !(hidden > 50)
            size in {small < medium < large}
            require hidden * rate <= 30 || solver != sgd
            try solver = adam, hidden = 50, size = small
            maximize score
            solver.length() + rate * hidden
            """, """
            %%randomsearch javas --trials ${count} --seed ${1 + 2}
            x ~ uniform(${-shift}, ${shift})
            grid in ${levels}
            y in {${count}, 7}
            'alpha': [0.0001, 0.001],
            limit = ${shift * 2}
            minimize loss
            x * x + grid + y * alpha + limit
            """, """
            %%gridsearch sets
            n in 1..9 step 2
            p in lin(0, 1, 5)
            q in {1, 2.5, 'three'}
            maximize it
            n * p
            """);

    private final RecordingKernel kernel = new RecordingKernel();
    private final Notebook notebook = new Notebook(kernel.shell());
    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream ours = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @BeforeEach
    void install() throws Exception {
        notebook.run("import java.util.*;");
        notebook.run("double shift = 3;");
        notebook.run("int count = 9;");
        notebook.run("double[] levels = {1, 2};");
        notebook.run("double square(double v) { return v * v; }");
        notebook.run("double f(Point p) { return p.real(\"x\"); }".replace("Point", "dev.fettle.space.Point"));
        notebook.run("int[] sentinel = {42};");
        Magics.install(kernel);
        kernel.start("%%randomsearch old --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx")
                .get();
    }

    @AfterEach
    void close() {
        System.setOut(out);
        kernel.close();
    }

    @Test
    void theGoodCellsAreGood() throws Exception {
        for (String cell : GOOD) {
            assertThat(end(dry(cell))).as(cell + "\n" + kernel.text()).isEqualTo("done");
        }
    }

    @Test
    void everyMutatedCellEndsWithAReportOrAMessageAndChangesNothing() throws Exception {
        Object[] kept = {notebook.value("old"), notebook.value("sentinel")};
        List<Object> known = known();
        System.setOut(ours);
        double slowest = 0;
        double all = 0;
        String slow = "";
        int reports = 0;
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            String cell = mutated(i);
            String what = "seed " + (SEED + i) + ", cell:\n" + cell + "\n";
            long start = System.nanoTime();
            String end = end(cell);
            double seconds = (System.nanoTime() - start) / 1e9;
            all += seconds;
            if (seconds > slowest) {
                slowest = seconds;
                slow = what;
            }
            reports += end.equals("done") ? 1 : 0;
            String shown = kernel.lastText();
            String wrong = wrong(end, shown);
            if (wrong.isEmpty() && !known().equals(known)) {
                wrong = "the notebook has changed: " + known();
            } else if (wrong.isEmpty()
                    && i % LOOKS == 0
                    && !Arrays.equals((Object[]) notebook.value("new Object[] {old, sentinel}"), kept)) {
                wrong = "a variable has changed, by one of the last " + LOOKS + " cells";
            }
            if (!wrong.isEmpty()) {
                faults.add(wrong + "\n" + what + "\n" + shown);
            }
        }
        assertThat(notebook.value("old.history().size() + sentinel[0]")).isEqualTo(45);
        out.printf(
                "%d mutated cells, %d with a report; mean %.3f s, the slowest %.2f s: %s%n",
                CELLS, reports, all / CELLS, slowest, slow);
        assertThat(faults).as(faults.size() + " faults").isEmpty();
        assertThat(slowest).as(slow).isLessThan(BOUND_SECONDS);
        assertThat(reports).isBetween(CELLS / 20, CELLS * 19 / 20);
    }

    /** What is wrong with an end, or nothing. */
    private String wrong(String end, String shown) {
        if (!end.matches("done|CellError: (?s:.+)")) {
            return "ended with " + end;
        }
        for (String raw : List.of("\tat ", "Exception in thread", "A fault of Fettle", "reading the cell")) {
            if (shown.contains(raw)) {
                return "shown: " + raw;
            }
        }
        String cells = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        return shown.isBlank()
                ? "nothing shown"
                : System.out != ours ? "another System.out" : cells.isEmpty() ? "" : "printed: " + cells;
    }

    private static String mutated(int i) {
        String good = GOOD.get(i % GOOD.size());
        int head = good.indexOf(' ') + 1;
        return dry(good.substring(0, head) + new Mutations(SEED + i).of(good.substring(head)));
    }

    /** Behind the magic's name, where no mutation can spoil it. */
    private static String dry(String cell) {
        return cell.replaceFirst("(\\s|$)", " --dry-run --trial-time 300ms$1");
    }

    private String end(String cell) throws Exception {
        Future<Object> future = kernel.start(cell);
        try {
            return String.valueOf(future.get(2 * BOUND_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return cause instanceof CellError error ? "CellError: " + error.getMessage() : String.valueOf(cause);
        }
    }

    /** All that the notebook has; the records of our spaces come and go with them. */
    private List<Object> known() {
        return List.of(
                notebook.variables(),
                notebook.methods(),
                Stream.of(notebook.types()).flatMap(List::stream).toList(),
                notebook.imports());
    }
}
