package dev.fettle.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import jdk.jshell.JShell;

/** All that is asked of a notebook kernel. */
public interface Kernel {
    /** Name and version, for the log. */
    String name();

    /** Lets {@code %name} and {@code %%name} run this. */
    void register(String name, Magic magic);

    /** The shell that evaluates the cells; to be used by one thread at a time. */
    JShell shell();

    /** Where the cell that runs now shows things; stays bound to that cell when others run. */
    Output output();

    /** How values of a type are shown when a cell returns them. */
    <T> void render(Class<T> type, Function<T, MimeBundle> renderer);

    /**
     * What an interrupt of the running cell cancels, by a key of the kernel's own; empty if this kernel does not let us
     * see it. The map may be changed.
     */
    Optional<Map<String, Future<Object>>> running();
}
