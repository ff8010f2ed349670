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
    public Origin {
        models = Map.copyOf(models);
    }

    /** Where what the options name comes from; {@code data} is what the data set is called. */
    static Origin of(String data, OptionValues options, Notebook notebook) {
        return new Origin(
                DataReader.table(options.get(Options.DATA).orElse(""), data, notebook),
                new OwnModels(options.get(Options.MODEL).orElse(List.of()), notebook).variables());
    }
}
