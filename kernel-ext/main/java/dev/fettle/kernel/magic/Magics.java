package dev.fettle.kernel.magic;

import dev.fettle.kernel.Kernel;
import java.time.InstantSource;

/** The wiring: which magics a kernel gets and how it shows our values. */
public final class Magics {
    private Magics() {}

    /** Registers everything with a kernel. Cheap: what is slow to load is loaded in the background. */
    public static void install(Kernel kernel) {
        Studies studies = new Studies();
        kernel.register("gridsearch", new GridMagic(kernel, studies, InstantSource.system()));
        kernel.register("tune", new TuneMagic(kernel, studies));
        Show.register(kernel);
        Thread warmUp = new Thread(Show::warmUp, "fettle-warm-up");
        warmUp.setDaemon(true);
        warmUp.setContextClassLoader(Magics.class.getClassLoader());
        warmUp.start();
    }
}
