package dev.fettle.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Child;
import dev.fettle.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** What may happen to a server, to the network and among many writers, as often as one likes; each says what it measured. */
public final class PostgresFaults {
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

    /** One writer appends as long as something strikes, and so many lines at least. */
    private static String under(String what, String address, int lines, int strikes, Disaster disaster)
            throws Exception {
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
            return what + ", " + strikes + " times: " + appender.kept() + " lines, all once, longest wait "
                    + appender.longest().toMillis() + " ms, in " + millis(began) + " ms";
        } finally {
            thread.shutdownNow();
        }
    }

    /** The server crashes and comes back while lines are appended. */
    static String restarts(int lines, int strikes) throws Exception {
        return under("restart (immediate)", PostgresProcess.shared().database(), lines, strikes, time -> {
            TimeUnit.MILLISECONDS.sleep(200);
            PostgresProcess.shared().stop("immediate");
            PostgresProcess.shared().start();
        });
    }

    /** Answers are lost, of commits as well, and then all connections. */
    static String resets(int lines, int strikes) throws Exception {
        Random random = new Random(11);
        try (Network network = new Network(PostgresProcess.shared().port())) {
            return under(
                    "lost answers",
                    PostgresProcess.shared().database("127.0.0.1", network.port()),
                    lines,
                    strikes,
                    time -> {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(5));
                        network.deafen();
                        TimeUnit.MILLISECONDS.sleep(20);
                        network.reset();
                    });
        }
    }

    /** The network is cut for a while, in which packets wait. */
    static String cuts(int lines, int strikes, Duration cut, String settings) throws Exception {
        try (Network network = new Network(PostgresProcess.shared().port())) {
            String address = PostgresProcess.shared().database("127.0.0.1", network.port()) + settings;
            return under("network cut for " + cut.toSeconds() + " s", address, lines, strikes, time -> {
                TimeUnit.MILLISECONDS.sleep(200);
                network.cut();
                TimeUnit.MILLISECONDS.sleep(cut.toMillis());
                network.mend();
            });
        }
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The long forms, as the notes on stores ask for them. */
    public static void main(String[] words) throws Exception {
        System.setProperty(PostgresProcess.FSYNC, "on");
        System.out.println(processes(8, 250));
        System.out.printf("64 connections × 20 batches of 64 lines: %.0f lines/s%n", connections(64, 20, 64));
        try (Store store = PostgresStore.open(PostgresProcess.shared().database())) {
            System.out.println(Volume.measure(store));
        }
        System.out.println(restarts(1000, 10));
        System.out.println(resets(5000, 1000));
        System.out.println(cuts(5000, words.length > 0 ? Integer.parseInt(words[0]) : 5, Duration.ofSeconds(20), ""));
    }
}
