package dev.fettle.kernel.worker;

import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Output;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import jdk.jshell.JShell;

/** A kernel without a notebook: it has the imports that both notebook kernels bring, and shows nothing. */
final class ConsoleKernel implements Kernel, AutoCloseable {
    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private final JShell shell =
            JShell.builder().executionEngine("local").compilerOptions("-g").build();

    ConsoleKernel() {
        IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
    }

    @Override
    public String name() {
        return "worker";
    }

    /** Nobody types any. */
    @Override
    public void register(String name, Magic magic) {}

    @Override
    public JShell shell() {
        return shell;
    }

    @Override
    public Output output() {
        return Output.of((id, bundle) -> {}, (id, bundle) -> {});
    }

    @Override
    public <T> void render(Class<T> type, Function<T, MimeBundle> renderer) {}

    @Override
    public Optional<Map<String, Future<Object>>> running() {
        return Optional.empty();
    }

    @Override
    public void close() {
        shell.close();
    }
}
