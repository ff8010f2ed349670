package dev.fettle.bench;

import java.util.Arrays;
import java.util.List;

/** The benchmarks by name. */
public final class Bench {
    private Bench() {}

    /** Runs one benchmark, or lists them. */
    public static void main(String[] arguments) throws Exception {
        List<String> rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (arguments.length > 0 && arguments[0].equals("iris")) {
            int rounds = rest.isEmpty() ? 5 : Integer.parseInt(rest.get(0));
            try (Peer peer = Peer.start("iris.py")) {
                new IrisBench(peer, rounds).run(System.out);
            }
            return;
        }
        System.out.println(
                "bench iris [ROUNDS]   the 72-point Iris grid beside scikit-learn's, 1 and 2 workers (5 rounds: 4 minutes)");
        System.exit(arguments.length == 0 ? 0 : 2);
    }
}
