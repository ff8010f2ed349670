package dev.fettle.kernel.jjava;

import dev.fettle.kernel.Insides;
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
        Transpiler.install(kernel, shell);
    }

    @Override
    public String name() {
        return "JJava";
    }

    @Override
    public void register(String name, Magic magic) {
        kernel.getMagicsRegistry().registerCellMagic(name, (BaseKernel k, List<String> arguments, String body) -> {
            magic.run(arguments, body);
            return null;
        });
        kernel.getMagicsRegistry().registerLineMagic(name, (BaseKernel k, List<String> arguments) -> {
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
            var env = (ShellReplyEnvironment) Insides.read(kernel.getIO().display, "env");
            return Output.of(
                    (id, bundle) -> env.publish(new PublishDisplayData(data(id, bundle))),
                    (id, bundle) -> env.publish(new PublishUpdateDisplayData(data(id, bundle))));
        } catch (ReflectiveOperationException e) {
            return Output.of(
                    (id, bundle) -> kernel.display(data(id, bundle)),
                    (id, bundle) -> kernel.getIO().display.updateDisplay(data(id, bundle)));
        }
    }

    /** {@code setDisplayId} has another return type in later versions; transient data are the same in all. */
    private static DisplayData data(String id, MimeBundle bundle) {
        DisplayData data = new DisplayData();
        bundle.forms().forEach(data::putData);
        data.putTransientData("display_id", id);
        return data;
    }

    @Override
    public <T> void render(Class<T> type, Function<T, MimeBundle> renderer) {
        kernel.getRenderer()
                .createRegistration(type)
                .preferring("text/html")
                .supporting("text/plain")
                .register((value, context) ->
                        renderer.apply(value).forms().forEach(context.getOutputContainer()::putData));
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
}
