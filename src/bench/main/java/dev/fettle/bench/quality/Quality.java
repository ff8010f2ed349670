package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Families;
import dev.fettle.bench.problem.Problem;
import dev.fettle.bench.problem.ProblemFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Runs samplers on problems, keeps the curves in files, and prints what they say beside those of the peers. */
public final class Quality {
    private Quality() {}

    /**
     * The report goes to standard output, how far it is to standard error.
     *
     * @param arguments see {@link Options#parse}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        run(Options.parse(List.of(arguments)), out, System.err);
        out.flush();
    }

    static void run(Options options, PrintStream out, PrintStream progress) throws IOException, InterruptedException {
        Files.createDirectories(options.out());
        List<String> files = ProblemFile.names();
        List<Problem> shared = new ArrayList<>();
        List<Problem> own = new ArrayList<>();
        for (String name : options.problems()) {
            if (files.contains(name)) {
                shared.add(ProblemFile.load(name));
            } else {
                own.add(Families.of(name));
            }
        }
        List<Problem> all = new ArrayList<>(shared);
        all.addAll(own);
        List<Recording> ours = new ArrayList<>();
        for (String sampler : options.samplers()) {
            ours.add(new Series(sampler, options, progress).run(all));
        }
        print(out, new Report(ours, Peers.recordings()), shared, own, options.budget());
    }

    private static void print(PrintStream out, Report report, List<Problem> shared, List<Problem> own, int budget) {
        if (!shared.isEmpty()) {
            out.print(report.text("Problems of the peers", shared, budget));
        }
        if (!own.isEmpty()) {
            out.print(report.text("Families of our own", own, budget));
        }
    }
}
