package dev.fettle.kernel.variable;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.space.SearchSpace;
import java.util.Objects;

/** Gives a study its variable, before trial 1, so that it is there whatever happens to the run. */
public final class Binding {
    private Binding() {}

    /** Declares the variable, or assigns to it; answers with a sentence for the report, or nothing. */
    public static String bind(String name, Tuned<?> tuned, SearchSpace space, Notebook notebook) {
        try {
            String record = Records.type(space, notebook);
            boolean other = notebook.typeOf(name)
                    .filter(t -> !t.endsWith("<" + record + ">"))
                    .isPresent();
            Class<?> type = notebook.bind(name, Tuned.class.getName() + "<" + record + ">", record, tuned);
            tuned.shape(Records.maker(Objects.requireNonNull(type), space));
            return other ? "The space has another shape than before: variable " + name + " is declared anew." : "";
        } catch (JavaException e) {
            return "Variable " + name + " could not be declared: " + e.getMessage() + ".";
        }
    }
}
