package dev.fettle.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.store.Child;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import dev.fettle.store.sql.Appender;
import dev.fettle.store.sql.SqlStore;
import dev.fettle.store.sql.UnusedEntrance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What may happen to a server, to the network and among many writers, as often as one likes; each says what it measured. */
public final class PostgresFaults {
    /** What a call may take while the server cannot be reached. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private PostgresFaults() {}

    private interface Disaster {
        void strike(int time) throws Exception;
    }

    /** Several processes append, one line at a time. */
    static String processes(int processes, int each) throws Exception {
        String address = PostgresProcess.shared().database();
        List<String> names =
                IntStream.range(0, processes).mapToObj(i -> "p" + i).toList();
        List<Child> children = new ArrayList<>();
        long began = System.nanoTime();
        for (String name : names) {
            children.add(new Child(Appender.class, address, "a", name, Integer.toString(each), "1"));
        }
        long longest = 0;
        for (Child child : children) {
            longest = Math.max(longest, Long.parseLong(child.says()));
            child.close();
        }
        try (Store store = PostgresStore.open(address)) {
            Appender.assertKept(store, "a", names, each);
        }
        assertThat(longest).isLessThan(10_000);
        return processes + " processes × " + each + ": all once, longest wait " + longest + " ms, in " + millis(began)
                + " ms";
    }

    /** Many connections append to one study, each batch of lines at once; gives lines per second. */
    static double connections(int connections, int batches, int batch) throws Exception {
        String address = PostgresProcess.shared().database();
        List<String> names =
                IntStream.range(0, connections).mapToObj(i -> "c" + i).toList();
        List<Store> stores = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            for (int i = 0; i < connections; i++) {
                stores.add(PostgresStore.open(address));
            }
            stores.get(0).lines("other").append(0, List.of("the tables are there"));
            long began = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Appender appender = new Appender(stores.get(i).lines("a"), names.get(i));
                all.add(threads.submit(() -> {
                    appender.append(batches, batch);
                    return true;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Appender.assertKept(stores.get(0), "a", names, batches * batch);
            return connections * batches * batch / seconds;
        } finally {
            threads.shutdownNow();
            for (Store store : stores) {
                store.close();
            }
        }
    }

    /** The long form: 64 connections, each 20 times the two lines of 32 trials. */
    public static String crowd() throws Exception {
        double trials = connections(64, 20, 64) / 2;
        assertThat(trials).isGreaterThan(2000);
        return String.format(Locale.ROOT, "%.0f trials/s, each once", trials);
    }

    /** One writer appends as long as something strikes, and so many lines at least. */
    private static String under(String address, int lines, int strikes, Disaster disaster) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        try (Store store = PostgresStore.open(address)) {
            Appender appender = new Appender(store.lines("a"), "w");
            long began = System.nanoTime();
            Future<?> done = thread.submit(() -> {
                while (!over.get() || appender.kept() < lines) {
                    appender.append(1, 1);
                }
                return true;
            });
            for (int i = 0; i < strikes && !done.isDone(); i++) {
                int before = appender.kept();
                while (appender.kept() == before && !done.isDone()) {
                    Thread.onSpinWait();
                }
                disaster.strike(i);
            }
            over.set(true);
            done.get();
            Appender.assertKept(store, "a", List.of("w"), appender.kept());
            assertThat(appender.longest()).isLessThan(LONGEST);
            return strikes + " times: " + appender.kept() + " lines, all once, longest wait "
                    + appender.longest().toMillis() + " ms, in " + millis(began) + " ms";
        } finally {
            thread.shutdownNow();
        }
    }

    /** The server crashes and comes back while lines are appended. */
    public static String restarts(int lines, int strikes) throws Exception {
        return under(PostgresProcess.shared().database(), lines, strikes, time -> {
            TimeUnit.MILLISECONDS.sleep(200);
            PostgresProcess.shared().stop("immediate");
            PostgresProcess.shared().start();
        });
    }

    /** Answers are lost, of commits as well, and then all connections. */
    public static String resets(int lines, int strikes) throws Exception {
        Random random = new Random(11);
        try (Network network = new Network(PostgresProcess.shared().port())) {
            return under(PostgresProcess.shared().database("127.0.0.1", network.port()), lines, strikes, time -> {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(5));
                network.deafen();
                TimeUnit.MILLISECONDS.sleep(20);
                network.reset();
            });
        }
    }

    /** The network is cut for a while, in which packets wait. */
    public static String cuts(int lines, int strikes, Duration cut, String settings) throws Exception {
        try (Network network = new Network(PostgresProcess.shared().port())) {
            String address = PostgresProcess.shared().database("127.0.0.1", network.port()) + settings;
            return under(address, lines, strikes, time -> {
                TimeUnit.MILLISECONDS.sleep(200);
                network.cut();
                TimeUnit.MILLISECONDS.sleep(cut.toMillis());
                network.mend();
            });
        }
    }

    /** The server says nothing any more: an error in time, and when it is back the store goes on. */
    public static String silence() throws Exception {
        return silence(PostgresServer.Patience.USUAL, LONGEST);
    }

    static String silence(PostgresServer.Patience patience, Duration longest) throws Exception {
        try (Network network = new Network(PostgresProcess.shared().port())) {
            String address = PostgresProcess.shared().database("127.0.0.1", network.port());
            PostgresServer server = PostgresServer.open(address, Map.of(), PostgresTables.SCHEMA, patience);
            try (Store store = new SqlStore(server, UnusedEntrance.HERE)) {
                Lines lines = store.lines("a");
                lines.append(0, List.of("w 0"));
                network.cut();
                long began = System.nanoTime();
                assertThatThrownBy(() -> lines.append(1, List.of("w 1"))).hasMessageContaining("must be reached");
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                assertThat(took).isBetween(patience.silent(), longest);
                began = System.nanoTime();
                assertThatThrownBy(() -> lines.read(0)).hasMessageContaining("must be reached");
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(longest);
                network.mend();
                lines.append(1, List.of("w 1"));
                Appender.assertKept(store, "a", List.of("w"), 2);
                return "an error after " + took.toMillis() + " ms, then 0 lost";
            }
        }
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
