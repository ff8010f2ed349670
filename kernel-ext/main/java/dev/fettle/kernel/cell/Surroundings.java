package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import java.util.Map;

/**
 * What a cell can refer to.
 *
 * @param studies the earlier cells by the names of their studies
 * @param defaults options that {@code %tune set} has given values
 */
public record Surroundings(Notebook notebook, Map<String, Source> studies, Map<Option, Header.Word> defaults) {}
