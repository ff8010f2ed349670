package dev.fettle.bench;

import dev.fettle.bench.quality.Samplers;
import dev.fettle.sampler.Sampler;
import dev.fettle.study.Study;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** What a study keeps in memory besides its trials: its sampler's state, and the engine's list of points that were tried. */
final class SamplerMemory {
    private static final int EARLY = 500;
    private static final int LATE = 1_000;
    /** All but those that need a finite space. */
    private static final List<String> SAMPLERS = List.of("random", "sobol", "bayes", "tpe", "cmaes");

    private SamplerMemory() {}

    static void run(PrintStream out) throws InterruptedException {
        for (Ground ground : List.of(Ground.reals(), Ground.mixed())) {
            for (String name : SAMPLERS) {
                Sampler sampler = Samplers.of(name);
                kept(ground, sampler, EARLY);
                long early = kept(ground, sampler, EARLY);
                long late = kept(ground, sampler, LATE);
                out.printf(
                        Locale.ROOT,
                        "memory, %s, %s: %,d kB besides the trials after %,d asks, %,d kB after %,d: %,d bytes an ask%n",
                        name,
                        ground.name(),
                        early / 1_000,
                        EARLY,
                        late / 1_000,
                        LATE,
                        (late - early) / (LATE - EARLY));
                out.flush();
            }
        }
    }

    /** Bytes of heap that a study of so many asks holds and its trials alone do not. */
    static long kept(Ground ground, Sampler sampler, int asks) throws InterruptedException {
        AtomicReference<Object> alive = new AtomicReference<>();
        try {
            apart(() -> alive.set(new Asking(ground.space(), ground.loss(), sampler)
                    .ask(0, asks)
                    .study()));
            long all = Heap.used();
            apart(() -> alive.updateAndGet(study -> ((Study) study).trials()));
            return all - Heap.used();
        } finally {
            Reference.reachabilityFence(alive);
        }
    }

    /** On a thread that ends, as stale slots of a stack keep alive what they once held. */
    private static void apart(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
    }
}
