package dev.fettle.kernel.magic;

import dev.fettle.kernel.Kernel;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The wiring: which magics a kernel gets and how it shows our values. */
public final class Magics {
    private static final int QUIET_SECONDS = 3;

    private Magics() {}

    /** Registers everything with a kernel. Cheap: what is slow to load is loaded in the background. */
    public static void install(Kernel kernel) {
        Studies studies = new Studies();
        kernel.register("gridsearch", new GridMagic(kernel, studies, InstantSource.system()));
        kernel.register("tune", new TuneMagic(kernel, studies));
        Show.register(kernel);
        warmUp();
    }

    /** A little later, so that it does not compete with the kernel's own start and the first cell. */
    private static void warmUp() {
        Executor later = CompletableFuture.delayedExecutor(QUIET_SECONDS, TimeUnit.SECONDS, task -> {
            Thread thread = new Thread(task, "fettle-warm-up");
            thread.setDaemon(true);
            thread.setContextClassLoader(Magics.class.getClassLoader());
            thread.start();
        });
        later.execute(Show::warmUp);
    }
}
