package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.keeping.Keeping;
import dev.fettle.kernel.method.Methods;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.variable.ArrayText;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.report.chart.Comparison;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.html.TableView;
import dev.fettle.report.ink.Plot;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Trial;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/** The wiring: which magics a kernel gets, what it imports, and how it shows our values. */
public final class Magics {
    private static final int QUIET_SECONDS = 3;
    private static final Path JOURNALS = Path.of(".fettle");

    private Magics() {}

    /** Registers everything with a kernel that runs in the folder of its notebook. Cheap: what is slow to load is loaded in the background. */
    public static void install(Kernel kernel) {
        install(kernel, new Vocabulary(Methods.ALL, Options.ALL), Optional.of(JOURNALS));
        later(Show::warmUp);
        later(Keeping::warmUp);
    }

    /**
     * The same, and nothing in the background.
     *
     * @param journals where studies are kept for which a cell names no place, if anywhere
     */
    static void install(Kernel port, Vocabulary vocabulary, Optional<Path> journals) {
        Session session = new Session(journals);
        Kernel kernel = new Translated(port, () -> session.language().translator());
        CellRun.listen(kernel);
        for (Method method : vocabulary.methods()) {
            register(
                    kernel,
                    method.magic(),
                    new SearchMagic(method, vocabulary, kernel, session, InstantSource.system()),
                    Options.HELP.written());
        }
        register(kernel, "tune", new TuneMagic(kernel, session, vocabulary), "help");
        renderers(kernel);
        names(kernel);
    }

    /** What may stand behind {@code %tune}, each with what it does, in the order of the help page. */
    public static Map<String, String> verbs() {
        Map<String, String> verbs = new LinkedHashMap<>();
        TuneMagic.verbs(new Vocabulary(Methods.ALL, Options.ALL)).forEach(v -> verbs.put(v.usage(), v.meaning()));
        return verbs;
    }

    /** Our own values, and tables, in any cell of the notebook. */
    private static void renderers(Kernel kernel) {
        render(kernel, Table.class, "The table", table -> Show.of(TableView.of(table))
                .asVerbatim());
        render(kernel, Plot.class, "The plot", plot -> Show.of(PlotView.of(plot)));
        render(kernel, Comparison.class, "The comparison", all -> Show.of(PlotView.of(all.plot())));
        render(kernel, Trial.Completed.class, "The trial", Show::trial);
        render(kernel, Trial.Pruned.class, "The trial", Show::trial);
        render(kernel, Trial.Failed.class, "The trial", Show::trial);
        render(kernel, Failure.class, "The failure", Show::failure);
        ArrayText.TYPES.forEach(type -> kernel.render(type, array -> Show.plain(ArrayText.of(array))));
        render(kernel, Tuned.class, "The report", tuned -> Show.again(tuned.run()));
    }

    private static <T> void render(Kernel kernel, Class<T> type, String subject, Function<T, MimeBundle> view) {
        kernel.render(type, value -> Show.part(subject, () -> view.apply(value), ""));
    }

    /** To the kernels a question mark behind the name makes another name of it. */
    private static void register(Kernel kernel, String name, Magic magic, String help) {
        kernel.register(name, magic);
        kernel.register(name + "?", (arguments, body) -> magic.run(List.of(help), null));
    }

    /** On a thread of its own, since that of the kernel may be interrupted. */
    private static void names(Kernel kernel) {
        Thread importing = new Thread(() -> Names.bring(kernel.shell()), "fettle-imports");
        importing.setDaemon(true);
        importing.setContextClassLoader(Magics.class.getClassLoader());
        importing.start();
        try {
            importing.join();
        } catch (InterruptedException e) {
            System.err.println("Fettle was interrupted at its start. Maybe run this by hand:\n"
                    + String.join("\n", Names.lines()));
            Thread.currentThread().interrupt();
        }
    }

    /** A little later, so that it does not compete with the kernel's own start and the first cell. */
    private static void later(Runnable work) {
        Executor later = CompletableFuture.delayedExecutor(QUIET_SECONDS, TimeUnit.SECONDS, task -> {
            Thread thread = new Thread(task, "fettle-warm-up");
            thread.setDaemon(true);
            thread.setContextClassLoader(Magics.class.getClassLoader());
            thread.start();
        });
        later.execute(work);
    }
}
