package dev.fettle.kernel.ijava;

import dev.fettle.kernel.magic.Magics;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import org.jspecify.annotations.Nullable;

/** The one line of Java that IJava needs: {@code dev.fettle.kernel.ijava.Fettle.install();} */
public final class Fettle {
    private static @Nullable JavaKernel installed;

    private Fettle() {}

    /** Registers the magics with the kernel of this notebook; a second call does nothing. Never throws. */
    public static synchronized void install() {
        try {
            JavaKernel kernel = IJava.getKernelInstance();
            if (kernel == null) {
                System.err.println("Fettle must be installed in a notebook of the IJava kernel; there is none here.");
            } else if (kernel != installed) {
                Magics.install(new IJavaKernel(kernel));
                installed = kernel;
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.err.println("Fettle must have IJava 1.3.0, and could not use this kernel: " + e);
        }
    }
}
