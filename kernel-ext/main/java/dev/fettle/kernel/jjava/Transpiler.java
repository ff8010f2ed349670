package dev.fettle.kernel.jjava;

import dev.fettle.kernel.Call$;
import dev.fettle.kernel.Insides;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.ParsedCellMagic;
import org.dflib.jjava.jupyter.kernel.magic.ParsedLineMagic;

/** JJava's own, whose calls of magics then work whatever the notebook has declared. */
final class Transpiler extends MagicTranspiler {
    private final JShell shell;

    private Transpiler(JShell shell) {
        this.shell = shell;
    }

    /** Takes the place of the kernel's, by the names that 1.0-a6 and later versions have for it; if neither is there, nothing changes. */
    static void install(BaseKernel kernel, JShell shell) {
        Call$.by((magic, words, body) -> body == null
                ? BaseNotebookStatics.lineMagic(magic, words)
                : BaseNotebookStatics.cellMagic(magic, words, body));
        for (String[] place : new String[][] {{"magicsResolver", "magicTranspiler"}, {"magicParser", "transpiler"}}) {
            try {
                Insides.write(Insides.read(kernel, place[0]), place[1], new Transpiler(shell));
                return;
            } catch (ReflectiveOperationException e) {
                // Another version.
            }
        }
    }

    @Override
    public String transpileCell(ParsedCellMagic magic) {
        return Call$.in(super.transpileCell(magic), shell);
    }

    @Override
    public String transpileLine(ParsedLineMagic magic) {
        return Call$.in(super.transpileLine(magic), shell);
    }
}
