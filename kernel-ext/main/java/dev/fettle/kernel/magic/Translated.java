package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Output;
import dev.fettle.report.html.Translation;
import dev.fettle.report.language.Translator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.JShell;

/**
 * A kernel of which all that is ours is shown in the language of the session: the one place where it is translated. What is shown is in
 * the language of that moment, also by a cell that began in another.
 *
 * @param language the translator of now
 */
record Translated(Kernel kernel, Supplier<Translator> language) implements Kernel {
    @Override
    public String name() {
        return kernel.name();
    }

    @Override
    public void register(String name, Magic magic) {
        kernel.register(name, (arguments, body) -> {
            try {
                magic.run(arguments, body);
            } catch (CellError e) {
                throw new CellError(language.get().text(String.valueOf(e.getMessage())));
            }
        });
    }

    @Override
    public JShell shell() {
        return kernel.shell();
    }

    @Override
    public Output output() {
        Output output = kernel.output();
        return new Output() {
            @Override
            public void show(String id, MimeBundle bundle) {
                output.show(id, translated(bundle));
            }

            @Override
            public void update(String id, MimeBundle bundle) {
                output.update(id, translated(bundle));
            }
        };
    }

    @Override
    public <T> void render(Class<T> type, Function<T, MimeBundle> renderer) {
        kernel.render(type, value -> translated(renderer.apply(value)));
    }

    @Override
    public Optional<Map<String, Future<Object>>> running() {
        return kernel.running();
    }

    private MimeBundle translated(MimeBundle bundle) {
        Translator translator = language.get();
        return bundle.verbatim() || translator.isNone()
                ? bundle
                : bundle.with("text/html", html -> Translation.of(html, translator))
                        .with("text/plain", translator::text);
    }
}
