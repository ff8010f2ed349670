package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.space.text.Mistake;
import dev.fettle.word.Identifier;
import dev.fettle.word.Maybe;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a cell can refer to.
 *
 * @param studies the earlier cells by the names of their studies
 * @param defaults options that {@code %tune set} has given values
 */
public record Surroundings(Notebook notebook, Map<String, Source> studies, Map<Option<?>, Header.Word> defaults) {
    private static final Pattern STUDY = Pattern.compile("(dev\\.fettle\\.kernel\\.variable\\.Tuned|Tuned\\$)<.*>");

    /** Whether a variable of the name holds a study. */
    public static boolean isStudy(String name, Notebook notebook) {
        return notebook.typeOf(name)
                .filter(type -> STUDY.matcher(type).matches())
                .isPresent();
    }

    /** What stands in the way of a study of this name: a variable that is no study must not be overwritten. */
    static Optional<Mistake> misnamed(Header.@Nullable Word name, Notebook notebook) {
        if (name == null) {
            return Optional.empty();
        }
        if (SourceVersion.isKeyword(name.text())) {
            return Optional.of(name.says(
                    "Name (" + name.text() + ") must not be a keyword of Java." + Identifier.sentence(name.text())));
        }
        return notebook.typeOf(name.text())
                .filter(type -> !isStudy(name.text(), notebook))
                .map(type -> name.says("Name (" + name.text() + ") must be free or a study; it is a variable of type "
                        + type + ". Maybe " + name.text() + "Study."));
    }

    /** Whether what is meant to name a study is a file or an address: no study of a notebook has these signs in its name. */
    public static boolean isPlace(String text) {
        return text.chars().anyMatch(sign -> "./\\:#".indexOf(sign) >= 0);
    }

    /** The mistake of an option that does not name a study of the notebook. */
    Optional<Mistake> unknown(Option<?> option, Header header) {
        Set<String> names = studies.keySet();
        String known = names.isEmpty() ? "there is none yet" : "one of " + String.join(", ", names);
        return header.option(option)
                .filter(word -> !names.contains(word.text()) && !(option.equals(Options.FROM) && isPlace(word.text())))
                .map(word -> word.says("Study (" + word.text() + ") behind " + option.written()
                        + " must have run in this notebook: " + known + "." + Maybe.sentence(word.text(), names)));
    }
}
