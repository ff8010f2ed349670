package dev.fettle.bench;

import dev.fettle.bench.quality.Samplers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long our samplers think, ask with tell, beside Optuna's in the same run. A row tells of {@value #WINDOW} trials around
 * the one named; those before are random points that were told, or the sampler's own.
 */
final class SamplerLatency {
    static final int WINDOW = 21;
    private static final int WARM = 3;

    private final Peer peer;
    private final PrintStream out;
    private final int rounds;

    SamplerLatency(Peer peer, PrintStream out, int rounds) {
        this.peer = peer;
        this.out = out;
        this.rounds = rounds;
    }

    /** Microseconds of an ask with its tell. */
    record Micros(double median, double mean) {
        /** Of the last {@value #WINDOW}. */
        static Micros of(double[] all) {
            double[] last = Arrays.copyOfRange(all, Math.max(0, all.length - WINDOW), all.length);
            return new Micros(Paired.median(last), Arrays.stream(last).average().orElse(Double.NaN));
        }
    }

    /**
     * What is timed.
     *
     * @param at the trial in the middle
     * @param told whether the trials before were random points
     * @param other Optuna's sampler; empty for none
     */
    private record Row(String sampler, int at, boolean told, String other) {
        int before() {
            return told ? at - WINDOW / 2 - 1 : 0;
        }

        /** One more behind random points: the first has much to catch up with. */
        int asks() {
            return told ? WINDOW + 1 : at + WINDOW / 2;
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("bayes", 50, true, "gp"),
            new Row("bayes", 200, true, "gp"),
            new Row("tpe", 1_000, true, "tpe"),
            new Row("tpe", 10_000, true, "tpe"),
            new Row("tpe", 100_000, true, ""),
            new Row("cmaes", 200, false, "cmaes"));

    void run() throws IOException {
        for (Ground ground : List.of(Ground.reals(), Ground.mixed())) {
            for (Row row : ROWS) {
                // Optuna's draws categories at random, so there is nothing to compare.
                boolean alone = row.other().equals("cmaes") && ground.name().equals("mixed");
                print(ground, alone ? new Row(row.sampler(), row.at(), row.told(), "") : row);
            }
        }
    }

    private void print(Ground ground, Row row) throws IOException {
        for (int warm = 0; warm < WARM; warm++) {
            ours(ground, row);
        }
        Micros[] our = new Micros[rounds];
        Micros[] their = new Micros[row.other().isEmpty() ? 0 : rounds];
        for (int r = 0; r < rounds; r++) {
            our[r] = ours(ground, row);
            if (their.length > 0) {
                their[r] = theirs(ground, row);
            }
        }
        String line = String.format(
                Locale.ROOT, "%s, %s, trial %,d: Fettle %s", row.sampler(), ground.name(), row.at(), said(our));
        if (their.length > 0) {
            line += ", Optuna " + row.other() + " " + said(their) + " (medians of " + rounds + "): "
                    + new Paired(medians(our), medians(their)).ratio();
        }
        out.println(line);
    }

    private static String said(Micros[] rounds) {
        double mean =
                Paired.median(Arrays.stream(rounds).mapToDouble(Micros::mean).toArray());
        return String.format(Locale.ROOT, "%,.0f µs (mean %,.0f)", Paired.median(medians(rounds)), mean);
    }

    private static double[] medians(Micros[] rounds) {
        return Arrays.stream(rounds).mapToDouble(Micros::median).toArray();
    }

    private static Micros ours(Ground ground, Row row) {
        Asking asking = new Asking(ground.space(), ground.loss(), Samplers.of(row.sampler()));
        return Micros.of(asking.ask(row.before(), row.asks()).micros());
    }

    private Micros theirs(Ground ground, Row row) throws IOException {
        String[] answer = peer.ask(row.other() + " " + ground.name() + " " + row.before() + " " + row.asks())
                .split(" ", -1);
        return new Micros(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
    }
}
