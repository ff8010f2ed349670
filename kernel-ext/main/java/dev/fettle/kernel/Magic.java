package dev.fettle.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind {@code %name} and {@code %%name}. */
@FunctionalInterface
public interface Magic {
    /**
     * Runs on the thread of the cell.
     *
     * @param arguments of the first line, as the kernel has split them
     * @param body the lines below, or null for a line magic
     * @throws CellError if the cell is to end with an error
     */
    void run(List<String> arguments, @Nullable String body);
}
