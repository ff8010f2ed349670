package dev.fettle.kernel.ijava;

import dev.fettle.kernel.Call$;
import dev.fettle.kernel.Insides;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.MagicsSourceTransformer;
import io.github.spencerpark.ijava.runtime.Magics;
import jdk.jshell.JShell;

/** IJava's own, whose calls of magics then work whatever the notebook has declared. */
final class Transformer extends MagicsSourceTransformer {
    private final JShell shell;

    private Transformer(JShell shell) {
        this.shell = shell;
    }

    /** Takes the place of the kernel's. */
    static void install(JavaKernel kernel, JShell shell) throws ReflectiveOperationException {
        Call$.by((magic, words, body) ->
                body == null ? Magics.lineMagic(magic, words) : Magics.cellMagic(magic, words, body));
        Insides.write(kernel, "magicsTransformer", new Transformer(shell));
    }

    @Override
    public String transformMagics(String source) {
        return Call$.in(super.transformMagics(source), shell);
    }
}
