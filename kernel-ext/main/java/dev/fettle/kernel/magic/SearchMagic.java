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
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.run.Run;
import dev.fettle.kernel.run.Sentences;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.run.Size;
import dev.fettle.kernel.variable.Binding;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned$;
import dev.fettle.report.html.MistakesPage;
import dev.fettle.space.SearchSpace;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code %%gridsearch} and the others: reads the cell, binds the variable, runs the study and shows the report. */
final class SearchMagic implements Magic {
    private final Method method;
    private final Kernel kernel;
    private final Session session;
    private final InstantSource clock;

    SearchMagic(Method method, Kernel kernel, Session session, InstantSource clock) {
        this.method = method;
        this.kernel = kernel;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        Header header = Header.read(method, arguments, body != null);
        if (header.has(Option.HELP) || (body == null && arguments.isEmpty())) {
            output.show(Show.id(), Help.of(method));
            return;
        }
        if (body == null && !header.has(Option.LIKE)) {
            String message = "Space must stand below %%" + method.magic()
                    + "; the default space of a model comes later. Maybe --like OTHER.";
            output.show(Show.id(), Show.text(message));
            throw new CellError(message);
        }
        CellRun.run(kernel, stop -> work(header, body, output, stop));
    }

    private void work(Header header, @Nullable String body, Output output, Stop stop) {
        String display = Show.id();
        String name = header.name() == null ? null : header.name().text();
        output.show(display, Show.starting(method.title(), name));
        Notebook notebook = new Notebook(kernel.shell());
        Cell cell = Cell.read(header, body, session.surroundings(notebook));
        Settings settings = cell.settings();
        if (stop.requested()) {
            output.update(
                    display, Show.text(method.title() + " stopped by you before the first trial; nothing was run."));
        } else if (settings == null) {
            fail(cell, header, notebook, output, display);
        } else if (settings.dryRun()) {
            new DryRun(cell, settings, session, clock).show(output, display, stop);
        } else {
            search(cell, settings, notebook, output, display, stop);
        }
    }

    private void search(Cell cell, Settings settings, Notebook notebook, Output output, String display, Stop stop) {
        SearchSpace space = cell.text().space();
        OptionalLong points = Size.of(space);
        long planned = Math.min(points.orElse(Long.MAX_VALUE), settings.budget().trials());
        Start.Prepared prepared = Start.study(cell, settings, session, clock);
        Run run = new Run(settings, prepared.study(), planned == Integer.MAX_VALUE ? 0 : planned, clock);
        String frames = display;
        Optional<String> few = method == Method.RANDOM && points.isPresent()
                ? Sentences.few(space, points.getAsLong(), settings.budget().trials())
                : Optional.empty();
        if (few.isPresent()) {
            // Said first, and so above the frames.
            output.update(display, Show.text(few.get()));
            frames = Show.id();
            output.show(frames, Show.starting(method.title(), settings.name()));
        }
        if (settings.name() != null) {
            session.studies()
                    .find(settings.name())
                    .ifPresent(before -> run.add("A fresh run: it replaces the study " + settings.name()
                            + " of before, with its " + before.history().size() + " trials."));
        }
        run.add(Sentences.data(settings, cell.text().constants()));
        cell.text().warnings().forEach(run::add);
        prepared.said().forEach(run::add);
        Tuned$<Object> tuned = new Tuned$<>(run, cell.typed(), new Resume(kernel, clock));
        if (settings.name() != null && !stop.requested()) {
            run.add(Binding.bind(settings.name(), tuned, space, notebook));
        }
        session.studies().add(settings.name(), tuned);
        run.run(output, frames, stop);
    }

    private void fail(Cell cell, Header header, Notebook notebook, Output output, String display) {
        Header.Word name = header.name();
        boolean before = name != null
                && notebook.typeOf(name.text()).filter(Surroundings::isStudy).isPresent();
        String unchanged = before ? Objects.requireNonNull(name).text() : null;
        output.update(display, Show.of(MistakesPage.of(method.magic(), unchanged, cell.mistakes(), cell.shown())));
        throw new CellError(
                MistakesPage.title(method.magic(), unchanged, cell.mistakes().size()));
    }
}
