package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Source;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a cell can refer to.
 *
 * @param studies the earlier cells by the names of their studies
 * @param defaults options that {@code %tune set} has given values
 */
public record Surroundings(Notebook notebook, Map<String, Source> studies, Map<Option, Header.Word> defaults) {
    private static final Pattern STUDY = Pattern.compile("(dev\\.fettle\\.kernel\\.variable\\.Tuned|Tuned\\$)<.*>");

    /** Whether a variable of the type, as JShell spells it, holds a study. */
    public static boolean isStudy(String type) {
        return STUDY.matcher(type).matches();
    }
}
