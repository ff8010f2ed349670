package dev.fettle.kernel.subject;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where data and models of a study come from, as Java of the notebook when the study began. Immutable, for any thread.
 *
 * @param table an expression that is the {@code Table}; empty for bundled data
 * @param models of variables that are models, by their name: an expression that is a {@code Learner}
 */
public record Origin(Optional<String> table, Map<String, String> models) {
    /** Bundled data, and no model that is a variable. */
    static final Origin BUNDLED = new Origin(Optional.empty(), Map.of());

    public Origin {
        models = Map.copyOf(models);
    }

    /** A subject that knows where it comes from: the notebook must be as it was when the subject was read. */
    public static Subject of(Subject subject, OptionValues options, Notebook notebook) {
        if (!(subject instanceof Subject.OfModel model)) {
            return subject;
        }
        String word = options.get(Options.DATA).orElse("");
        List<String> names = options.get(Options.MODEL).orElse(List.of());
        return model.from(new Origin(
                DataReader.table(word, model.model().data().name(), notebook),
                new OwnModels(names, notebook).variables()));
    }
}
