package dev.fettle.kernel.jjava;

import dev.fettle.kernel.Insides;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Output;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import jdk.jshell.JShell;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishDisplayData;
import org.dflib.jjava.jupyter.messages.publish.PublishUpdateDisplayData;

/** JJava; its class {@code JavaKernel} is not on Maven Central, so what is not in the base class is read by reflection. */
final class JJavaKernel implements Kernel {
    private final BaseKernel kernel;
    private final JShell shell;

    JJavaKernel(BaseKernel kernel) throws ReflectiveOperationException {
        this.kernel = kernel;
        this.shell = (JShell) kernel.getClass().getMethod("getJShell").invoke(kernel);
    }

    @Override
    public String name() {
        return "JJava";
    }

    @Override
    public void register(String name, Magic magic) {
        kernel.getMagicsRegistry()
                .registerCellMagic(name, (BaseKernel k, java.util.List<String> arguments, String body) -> {
                    magic.run(arguments, body);
                    return null;
                });
        kernel.getMagicsRegistry().registerLineMagic(name, (BaseKernel k, java.util.List<String> arguments) -> {
            magic.run(arguments, null);
            return null;
        });
    }

    @Override
    public JShell shell() {
        return shell;
    }

    @Override
    public Output output() {
        try {
            return new CellOutput((ShellReplyEnvironment) Insides.read(kernel.getIO().display, "env"));
        } catch (ReflectiveOperationException e) {
            return new KernelOutput(kernel);
        }
    }

    @Override
    public <T> void render(Class<T> type, Function<T, MimeBundle> renderer) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring("text/html")
                .supporting("text/plain")
                .register((value, context) -> renderer.apply(value)
                        .forms()
                        .forEach((mime, text) -> context.getOutputContainer().putData(mime, text)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Future<Object>>> running() {
        try {
            Object control = Insides.read(Insides.read(kernel, "evaluator"), "execControl");
            return Optional.of((Map<String, Future<Object>>) Insides.read(control, "running"));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** {@code setDisplayId} has another return type in later versions; transient data are the same in all. */
    private static DisplayData data(String id, MimeBundle bundle) {
        DisplayData data = new DisplayData();
        bundle.forms().forEach(data::putData);
        data.putTransientData("display_id", id);
        return data;
    }

    /** Bound to one cell. */
    private record CellOutput(ShellReplyEnvironment env) implements Output {
        @Override
        public synchronized void show(String id, MimeBundle bundle) {
            env.publish(new PublishDisplayData(data(id, bundle)));
        }

        @Override
        public synchronized void update(String id, MimeBundle bundle) {
            env.publish(new PublishUpdateDisplayData(data(id, bundle)));
        }
    }

    /** Whatever cell runs; for kernels whose insides have moved. */
    private record KernelOutput(BaseKernel kernel) implements Output {
        @Override
        public synchronized void show(String id, MimeBundle bundle) {
            kernel.display(data(id, bundle));
        }

        @Override
        public synchronized void update(String id, MimeBundle bundle) {
            kernel.getIO().display.updateDisplay(data(id, bundle));
        }
    }
}
