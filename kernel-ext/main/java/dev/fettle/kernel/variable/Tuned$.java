package dev.fettle.kernel.variable;

import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.run.Run;

/**
 * The type of a study's variable as we write it into a notebook: {@link Tuned} by a name that nothing of the notebook
 * hides.
 *
 * @param <P> a record with the parameters as typed fields, generated for the space
 */
public final class Tuned$<P> extends Tuned<P> {
    /**
     * What a variable holds from now on.
     *
     * @param source the cell as it was typed
     * @param resumption how the study goes on
     */
    public Tuned$(Run run, Source source, Resumption resumption) {
        super(run, source, resumption);
    }
}
