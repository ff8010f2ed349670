package dev.fettle.kernel.jjava;

import dev.fettle.kernel.magic.Magics;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** Found by JJava itself as soon as the jar is on its class path. */
public final class FettleExtension implements Extension {
    /** Registers the magics. Never throws: an exception out of here can end the kernel. */
    @Override
    public void install(BaseKernel kernel) {
        try {
            Magics.install(new JJavaKernel(kernel));
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.err.println("Fettle must have JJava 1.0-a6 or later, and could not use this kernel: " + e);
        }
    }
}
