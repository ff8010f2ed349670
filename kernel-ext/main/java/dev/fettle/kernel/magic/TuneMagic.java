package dev.fettle.kernel.magic;

import dev.fettle.data.Bundled;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.CellRun;
import dev.fettle.kernel.Kernel;
import dev.fettle.kernel.Magic;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.cell.Preset;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Vocabulary;
import dev.fettle.kernel.place.SparkJars;
import dev.fettle.kernel.run.Show;
import dev.fettle.kernel.shelf.Exports;
import dev.fettle.kernel.shelf.StudiesPage;
import dev.fettle.kernel.variable.Binding;
import dev.fettle.kernel.variable.Session;
import dev.fettle.kernel.variable.Tuned;
import dev.fettle.report.html.Note;
import dev.fettle.report.language.Language;
import dev.fettle.report.text.Part;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.trial.Budget;
import dev.fettle.word.Maybe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code %tune}: what can be done with the studies of the notebook. */
final class TuneMagic implements Magic {
    private final Kernel kernel;
    private final Session session;
    private final Vocabulary vocabulary;
    private final List<Verb> verbs;

    /**
     * What may stand behind {@code %tune}.
     *
     * @param usage name and arguments
     * @param meaning for the help page
     */
    record Verb(String usage, String meaning, Work work) {
        String name() {
            return usage.split(" ", 2)[0];
        }
    }

    TuneMagic(Kernel kernel, Session session, Vocabulary vocabulary) {
        this.kernel = kernel;
        this.session = session;
        this.vocabulary = vocabulary;
        this.verbs = verbs(vocabulary);
    }

    /** What a verb does with the words behind it. */
    @FunctionalInterface
    interface Work {
        void run(TuneMagic tune, Output output, List<String> words);
    }

    /** What may stand behind {@code %tune}, in the order of the help page. */
    static List<Verb> verbs(Vocabulary vocabulary) {
        return List.of(
                new Verb(
                        "",
                        "the studies of the notebook",
                        (tune, output, words) -> output.show(Show.id(), tune.list())),
                new Verb(
                        "show NAME",
                        "the report again; %tune show NAME failed: the trials that failed; prints: what they all printed",
                        TuneMagic::show),
                new Verb(
                        "plot NAME [kind …]",
                        "the figure of the report, or one of the plots below",
                        (tune, output, words) -> new Draw(tune.session.studies()).plot(output, words)),
                new Verb(
                        "compare NAME OTHER",
                        "studies of one metric side by side: what each found, how soon, and whether that differs",
                        (tune, output, words) -> new Compare(tune.session.studies()).show(output, words)),
                new Verb("failures NAME", "the trials that failed, in groups", TuneMagic::failures),
                new Verb(
                        "resume NAME [OPTION …]",
                        "goes on, with another " + words(vocabulary.of(Group.LIMITS)),
                        TuneMagic::resume),
                new Verb("last [NAME]", "gives the last study a variable, last or NAME", TuneMagic::last),
                new Verb(
                        "export NAME [--out FILE]",
                        "plain Java that trains and stores the winner; all trials to FILE.csv or FILE.json, with --journal those of a study there",
                        (tune, output, words) -> new Exports(tune.session.studies()).export(output, words)),
                new Verb(
                        "studies [FILE|URL]",
                        "the studies that are kept there, or beside the notebook",
                        (tune, output, words) -> output.show(Show.id(), StudiesPage.of(words, tune.session.folder()))),
                new Verb("models", "what may stand behind --model", page(words -> ModelsPage.all())),
                new Verb(
                        "model NAME",
                        "what a model may be told, and where it is searched",
                        page(words -> ModelsPage.of(first(words, "mlp")))),
                new Verb("data [NAME]", "the bundled data sets, or the page of one", page(TuneMagic::data)),
                new Verb("spark", "Apache Spark on the class path, as ./fettle spark has brought it", TuneMagic::spark),
                new Verb(
                        "set [OPTION [VALUE]]",
                        "a standing value for " + words(vocabulary.settable()) + "; without one: ends it; language: "
                                + String.join("|", Language.codes()),
                        TuneMagic::set));
    }

    private static String words(List<Option<?>> options) {
        List<String> written = options.stream().map(Option::written).toList();
        int last = written.size() - 1;
        return String.join(", ", written.subList(0, last)) + " or " + written.get(last);
    }

    @Override
    public void run(List<String> arguments, @Nullable String body) {
        Output output = kernel.output();
        String verb = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = rest(arguments);
        switch (verb) {
            case "--help", "help", "?" -> output.show(Show.id(), help(rest));
            default ->
                verbs.stream()
                        .filter(v -> v.name().equals(verb))
                        .findFirst()
                        .orElseThrow(() -> new CellError(unknown(verb)))
                        .work()
                        .run(this, output, rest);
        }
    }

    private static List<String> rest(List<String> words) {
        return words.subList(Math.min(1, words.size()), words.size());
    }

    private String unknown(String verb) {
        List<String> names =
                verbs.stream().map(Verb::name).filter(name -> !name.isEmpty()).toList();
        return "%tune (" + verb + ") must be followed by " + String.join(", ", names) + ", or nothing."
                + Maybe.sentence(verb, names);
    }

    /** The verbs, or the page of a method. */
    private MimeBundle help(List<String> words) {
        if (words.isEmpty()) {
            return Help.of(help(), List.of());
        }
        String name = words.get(0).replaceFirst("^%+", "");
        List<String> names = vocabulary.methods().stream().map(Method::magic).toList();
        return vocabulary.methods().stream()
                .filter(m -> m.magic().equals(name))
                .findFirst()
                .map(m -> Help.of(m, vocabulary))
                .orElseThrow(() -> new CellError("%tune help (" + name + ") must be followed by "
                        + String.join(", ", names) + ", or nothing." + Maybe.sentence(name, names)));
    }

    private String help() {
        return verbs.stream()
                        .map(v -> String.format(Locale.ROOT, "%-34s %s", "%tune " + v.usage(), v.meaning()))
                        .collect(Collectors.joining("\n"))
                + "\n\n" + Help.plots();
    }

    private MimeBundle list() {
        Map<String, String> studies = new LinkedHashMap<>();
        session.studies()
                .all()
                .forEach((name, study) -> studies.put(name, Part.sentence("The summary", study::toString)));
        return studies.isEmpty()
                ? Show.text("No study yet. "
                        + vocabulary.methods().stream()
                                .map(m -> "%" + m.magic() + "?")
                                .collect(Collectors.joining(", "))
                        + " show a cell to copy.")
                : Show.of(Note.things(List.of("study", "what it found"), studies));
    }

    private void show(Output output, List<String> words) {
        Tuned<?> study = study(words);
        String part = words.size() > 1 ? words.get(1) : "";
        output.show(
                Show.id(),
                switch (part) {
                    case "" -> Show.again(study.run());
                    case "failed" -> Show.failed(study.run());
                    case "prints" -> Show.prints(study.run());
                    default ->
                        throw new CellError("%tune show (" + part
                                + ") must be followed by a study, and failed, prints or nothing."
                                + Maybe.sentence(part, List.of("failed", "prints")));
                });
    }

    private void failures(Output output, List<String> words) {
        output.show(Show.id(), Show.failed(study(words).run()));
    }

    /** Evaluates, and so leaves the thread of the cell; as do {@link #resume} and {@link #set}, whose options may hold Java. */
    private void last(Output output, List<String> words) {
        Tuned<?> study = study(List.of("last"));
        String name = words.isEmpty() ? "last" : words.get(0);
        CellRun.run(kernel, stop -> {
            Notebook notebook = new Notebook(kernel.shell());
            Preset.misnamed(name, vocabulary, notebook).ifPresent(mistake -> {
                throw new CellError(mistake.message());
            });
            String problem = Binding.bind(name, study, study.report().space(), notebook);
            session.studies().name(name, study);
            output.show(Show.id(), Show.text(name + ": " + study + (problem.isEmpty() ? "" : "\n" + problem)));
        });
    }

    private void resume(Output output, List<String> words) {
        String name = first(words, "last");
        Optional<Tuned<?>> study = session.studies().find(name);
        AtomicReference<@Nullable UnaryOperator<Budget>> change = new AtomicReference<>();
        CellRun.run(kernel, stop -> {
            Read<UnaryOperator<Budget>> limits = Preset.limits(words, vocabulary, new Notebook(kernel.shell()));
            String problems = Stream.concat(
                            study.isEmpty() ? Stream.of(session.studies().unknown(name)) : Stream.of(),
                            limits.mistakes().stream().map(Mistake::message))
                    .collect(Collectors.joining("\n"));
            if (!problems.isEmpty()) {
                throw new CellError(problems);
            }
            change.set(stop.requested() ? null : limits.found().orElseThrow());
        });
        UnaryOperator<Budget> found = change.get();
        if (found == null) {
            output.show(Show.id(), Show.text("Stopped before a trial was asked for."));
        } else {
            study.orElseThrow().resume(found);
        }
    }

    private void set(Output output, List<String> words) {
        CellRun.run(kernel, stop -> {
            new Presets(session, vocabulary, kernel).set(words);
            output.show(Show.id(), Show.text(Presets.text(session)));
        });
    }

    private void spark(Output output, List<String> words) {
        CellRun.run(kernel, stop -> output.show(Show.id(), Show.text(SparkJars.add(kernel.shell()))));
    }

    /** A page that may not exist. */
    private static Work page(Function<List<String>, String> text) {
        return (tune, output, words) -> {
            try {
                output.show(Show.id(), Show.code(text.apply(words)));
            } catch (IllegalArgumentException e) {
                throw new CellError(String.valueOf(e.getMessage()));
            }
        };
    }

    private static String first(List<String> words, String standard) {
        return words.isEmpty() ? standard : words.get(0);
    }

    private static String data(List<String> words) {
        return words.isEmpty()
                ? Bundled.NAMES.stream()
                        .map(name -> Bundled.dataset(name, null).describe())
                        .collect(Collectors.joining("\n"))
                : Bundled.page(words.get(0));
    }

    private Tuned<?> study(List<String> words) {
        return session.studies().get(first(words, "last"));
    }
}
