package dev.fettle.kernel.variable;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.space.SearchSpace;
import java.util.List;

/** Gives a study its variable, before trial 1, so that it is there whatever happens to the run. */
public final class Binding {
    private Binding() {}

    /** Declares the variable, or assigns to it; answers with a sentence for the report, or nothing. */
    public static String bind(String name, Tuned<?> tuned, SearchSpace space, Notebook notebook) {
        try {
            notebook.use(Tuned$.class);
            String record = Records.type(space, notebook);
            boolean several = tuned.history().goals().size() > 1;
            if (several) {
                notebook.use(Front$.class);
            }
            String type = "Tuned$<" + (several ? "Front$<" + record + ">" : record) + ">";
            boolean other = notebook.typeOf(name).filter(t -> !t.equals(type)).isPresent();
            Notebook.Bound bound = notebook.bind(name, type, record, tuned);
            tuned.shape(Records.maker(bound.parameter(), space));
            return other ? anew(name, bound.broken()) : "";
        } catch (JavaException e) {
            return "Variable " + name + " could not be declared: " + e.getMessage() + ".";
        }
    }

    private static String anew(String name, List<String> broken) {
        return "The space has another shape than before: variable " + name + " is declared anew."
                + (broken.isEmpty()
                        ? ""
                        : " These do not fit it any more: " + String.join(", ", broken) + ". Maybe run them again.");
    }
}
