package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Cell;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.cell.Surroundings;
import dev.fettle.kernel.keeping.JournalException;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Sentences;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.size.Footprint;
import dev.fettle.kernel.variable.Binding;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned$;
import dev.fettle.report.html.MistakesPage;
import dev.fettle.run.BackendException;
import dev.fettle.space.text.Mistake;
import dev.fettle.word.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code %%gridsearch} and the others: reads the cell, binds the variable, runs the study and shows the report. */
final class SearchMagic implements Magic {
    private final Method method;
    private final Vocabulary vocabulary;
    private final Kernel kernel;
    private final Session session;
    private final InstantSource clock;

    SearchMagic(Method method, Vocabulary vocabulary, Kernel kernel, Session session, InstantSource clock) {
        this.method = method;
        this.vocabulary = vocabulary;
        this.kernel = kernel;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        Header header = Header.read(vocabulary, method, arguments, body != null);
        if (header.has(Options.HELP) || (body == null && arguments.isEmpty())) {
            output.show(Show.id(), Help.of(method, vocabulary));
            return;
        }
        CellRun.run(kernel, stop -> work(header, body, output, stop));
    }

    private void work(Header header, @Nullable String body, Output output, Stop stop) {
        String display = Show.id();
        String name = header.name() == null ? null : header.name().text();
        output.show(display, Show.starting(method.title(), name));
        Notebook notebook = new Notebook(kernel.shell());
        Cell cell = Cell.read(method, header, body, session.surroundings(notebook));
        Optional<Settings> settings = cell.settings().found();
        if (stop.requested()) {
            output.update(
                    display, Show.text(method.title() + " stopped by you before the first trial; nothing was run."));
        } else if (settings.isEmpty()) {
            fail(cell, header, notebook, output, display);
        } else if (settings.get().get(Options.DRY_RUN)) {
            new DryRun(settings.get(), session, clock, settings.get().subject().origins(notebook))
                    .show(output, display, stop);
        } else {
            search(settings.get(), cell.typed(), notebook, output, display, stop);
        }
    }

    private void search(Settings settings, Source typed, Notebook notebook, Output output, String display, Stop stop) {
        Footprint footprint = Footprint.of(settings.space(), settings.budget(), (double)
                Runtime.getRuntime().maxMemory());
        footprint.tooMuch(settings.budget()).ifPresent(why -> {
            throw refused(why, output, display);
        });
        Run run = started(settings, notebook, output, display);
        String frames = first(run, footprint, output, display);
        Tuned$<Object> tuned = new Tuned$<>(run, typed, new Resume(kernel, session.studies(), clock));
        if (settings.name() != null && !stop.requested()) {
            run.add(Binding.bind(settings.name(), tuned, settings.space(), notebook));
        }
        session.studies().add(settings.name(), tuned);
        run.run(output, frames, stop);
    }

    private Run started(Settings settings, Notebook notebook, Output output, String display) {
        try {
            return Start.run(settings, session, notebook, clock, Workplace.of(settings, notebook, clock));
        } catch (JournalException e) {
            throw refused(e.why(), output, display);
        } catch (BackendException e) {
            throw refused(e.why(), output, display);
        }
    }

    private CellError refused(String why, Output output, String display) {
        output.update(display, Show.text(why));
        return new CellError(method.magic() + ": " + why.lines().findFirst().orElse(""));
    }

    /** Says what the trials cost, and keep, and that there are fewer points than trials, above the frames; where these stand then. */
    private String first(Run run, Footprint footprint, Output output, String display) {
        Settings settings = run.settings();
        Optional<String> few = method.exhaustive()
                ? Optional.empty()
                : Sentences.few(run.study().config(), settings.budget().trials());
        String said = Stream.of(
                        Sentences.cost(settings),
                        few.orElse(""),
                        footprint.sentence().orElse(""))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        if (said.isEmpty()) {
            return display;
        }
        output.update(display, Show.text(said));
        String frames = Show.id();
        output.show(frames, Show.starting(settings.title(), settings.name()));
        return frames;
    }

    private void fail(Cell cell, Header header, Notebook notebook, Output output, String display) {
        List<Mistake> mistakes = cell.settings().mistakes().stream()
                .map(m -> m.place().says(Secrets.hidden(m.message())))
                .toList();
        Header.Word name = header.name();
        String unchanged = name != null && Surroundings.isStudy(name.text(), notebook) ? name.text() : null;
        output.update(display, Show.of(MistakesPage.of(method.magic(), unchanged, mistakes, cell.shown())));
        throw new CellError(MistakesPage.title(method.magic(), unchanged, mistakes.size()));
    }
}
