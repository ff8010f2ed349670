package dev.fettle.kernel.magic;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.random.Seed;
import dev.fettle.report.html.Problems;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Grid;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Trial;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code %%gridsearch}: reads the cell, binds the variable, runs every point and shows the report. */
final class GridMagic implements Magic {
    private static final String NAME = "gridsearch";
    /** Counting the points of a larger space with conditions would take longer than the first frame may. */
    private static final long COUNTED = 1_000_000;

    private final Kernel kernel;
    private final Studies studies;
    private final InstantSource clock;

    GridMagic(Kernel kernel, Studies studies, InstantSource clock) {
        this.kernel = kernel;
        this.studies = studies;
        this.clock = clock;
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        Header header = Header.read(NAME, arguments);
        if (body == null || header.has(Option.HELP)) {
            output.show(id(), Help.gridsearch());
            return;
        }
        CellRun.run(kernel, stop -> work(header, body, output, stop));
    }

    private void work(Header header, String body, Output output, Stop stop) {
        String display = id();
        output.show(
                display,
                Show.starting(
                        GridRun.METHOD,
                        header.name() == null ? null : header.name().text()));
        Notebook notebook = new Notebook(kernel.shell());
        GridCell cell = GridCell.read(header, body, notebook);
        Settings settings = cell.settings();
        if (!cell.mistakes().isEmpty() || settings == null) {
            fail(cell, header, notebook, output, display);
            return;
        }
        Study study = study(cell, settings);
        Grid grid = new Grid(cell.text().space());
        long points = grid.size() > COUNTED ? grid.size() : grid.count();
        GridRun run =
                new GridRun(settings, study, Math.min(points, settings.budget().trials()), clock);
        if (!stop.requested()) {
            run.add(bind(settings, study, run, notebook));
        }
        run.run(output, display, stop);
    }

    private Study study(GridCell cell, Settings settings) {
        StudyConfig config = new StudyConfig(
                Objects.requireNonNullElse(settings.name(), "last"),
                cell.text().space(),
                settings.task().metrics().get(0).id(),
                settings.task().metrics().get(0).goal(),
                new GridSampler(),
                new Seed(settings.seed()),
                1,
                settings.task().fingerprints());
        Study study = Study.open(config, settings.budget(), new MemoryJournal(), clock);
        cell.text().tries().forEach(study::enqueue);
        return study;
    }

    /** Declares the variable before trial 1, so that it is there whatever happens to the run. */
    private @Nullable String bind(Settings settings, Study study, GridRun run, Notebook notebook) {
        String name = settings.name();
        String note = null;
        Records.Shape shape = null;
        try {
            shape = name == null ? null : Records.of(study.config().space(), notebook);
        } catch (Notebook.JavaProblem e) {
            note = "Variable " + name + " could not be declared: " + e.getMessage() + ".";
        }
        Tuned<Object> tuned = new Tuned<>(
                run::report,
                shape == null
                        ? Trial.Finished::point
                        : Tuned.fields(study.config().space(), shape.maker()));
        run.bind(tuned);
        studies.add(name, tuned);
        return name == null || shape == null ? note : declare(name, shape.type(), tuned, notebook);
    }

    private static @Nullable String declare(String name, String record, Tuned<Object> tuned, Notebook notebook) {
        try {
            boolean other = notebook.typeOf(name)
                    .filter(t -> !t.endsWith("<" + record + ">"))
                    .isPresent();
            notebook.bind(name, Tuned.class.getName() + "<" + record + ">", tuned);
            return other ? "The space has another shape than before: variable " + name + " is declared anew." : null;
        } catch (Notebook.JavaProblem e) {
            return "Variable " + name + " could not be declared: " + e.getMessage() + ".";
        }
    }

    private static void fail(GridCell cell, Header header, Notebook notebook, Output output, String display) {
        Header.Word name = header.name();
        boolean before = name != null
                && notebook.typeOf(name.text())
                        .filter(t -> t.contains("Tuned<"))
                        .isPresent();
        String unchanged = before ? Objects.requireNonNull(name).text() : null;
        output.update(display, Show.of(Problems.of(NAME, unchanged, cell.mistakes(), cell.source())));
        throw new CellError(Problems.title(NAME, unchanged, cell.mistakes().size()));
    }

    private static String id() {
        return "fettle-" + UUID.randomUUID();
    }
}
