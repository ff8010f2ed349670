package dev.fettle.kernel.ijava;

import dev.fettle.kernel.Insides;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Output;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.ijava.execution.CodeEvaluator;
import io.github.spencerpark.ijava.execution.IJavaExecutionControlProvider;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import jdk.jshell.JShell;

/** IJava 1.3.0; its evaluator and the environment of the running cell are private and read by reflection. */
final class IJavaKernel implements Kernel {
    private final JavaKernel kernel;
    private final CodeEvaluator evaluator;

    IJavaKernel(JavaKernel kernel) throws ReflectiveOperationException {
        this.kernel = kernel;
        this.evaluator = (CodeEvaluator) Insides.read(kernel, "evaluator");
        Transformer.install(kernel, evaluator.getShell());
    }

    @Override
    public String name() {
        return "IJava " + IJava.VERSION;
    }

    @Override
    public void register(String name, Magic magic) {
        kernel.getMagics().registerCellMagic(name, (arguments, body) -> {
            magic.run(arguments, body);
            return null;
        });
        kernel.getMagics().registerLineMagic(name, arguments -> {
            magic.run(arguments, null);
            return null;
        });
    }

    @Override
    public JShell shell() {
        return evaluator.getShell();
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
            var provider = (IJavaExecutionControlProvider) Insides.read(evaluator, "executionControlProvider");
            String id = (String) Insides.read(evaluator, "executionControlID");
            return Optional.of(
                    (Map<String, Future<Object>>) Insides.read(provider.getRegisteredControlByID(id), "running"));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
