package dev.fettle.kernel.cell;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.LastTrials;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.kernel.size.Size;
import dev.fettle.kernel.subject.JavaReader;
import dev.fettle.kernel.subject.SpaceChecks;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.kernel.subject.TaskReader;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A cell, read and checked as a whole before anything is run.
 *
 * @param shown first line and body, as the places of mistakes refer to them
 * @param typed for later cells that begin with {@code --like} this one
 * @param settings or the mistakes, all of them, by place
 */
public record Cell(String shown, Source typed, Read<Settings> settings) {
    private static final String MODEL = "model";

    /**
     * Reads a cell; evaluates in the notebook, so it belongs on a thread that is not interrupted.
     *
     * @param body null if there is none, which needs {@code --like} or {@code --model}
     */
    public static Cell read(Method method, Header typed, @Nullable String body, Surroundings around) {
        Optional<Mistake> unlike = around.unknown(Options.LIKE, typed);
        boolean alone = body == null && !typed.has(Options.LIKE) && !typed.has(Options.MODEL);
        if (alone || unlike.isPresent() || typed.unread().contains(Options.LIKE)) {
            // Without the other cell, or any, everything else would seem to be missing.
            List<Mistake> mistakes = ofLine(typed, around);
            unlike.ifPresent(mistakes::add);
            if (alone && typed.lacks(Options.LIKE) && typed.lacks(Options.MODEL)) {
                mistakes.add(Header.BEGIN.says("Space must stand below %%" + method.magic()
                        + ", unless a model brings its own. Maybe --model mlp, or --like OTHER."));
            }
            Collections.sort(mistakes);
            return new Cell(typed.line(), new Source(typed.options(), ""), new Read<>(null, mistakes));
        }
        Source like = typed.option(Options.LIKE)
                .map(w -> around.studies().get(w.text()))
                .orElse(null);
        Header header = header(typed, like, around);
        String whole = body(body, like, header);
        SpaceText text = text(whole, header, around.notebook());
        Source source = new Source(header.options(), whole);
        return new Cell(header.line() + "\n" + whole, source, settings(method, header, text, source, around));
    }

    /** What can be said of the first line alone. */
    private static List<Mistake> ofLine(Header typed, Surroundings around) {
        List<Mistake> mistakes = new ArrayList<>(typed.mistakes());
        mistakes.addAll(OptionValues.read(typed, around.notebook()).mistakes());
        Surroundings.misnamed(typed.name(), around.notebook()).ifPresent(mistakes::add);
        return mistakes;
    }

    /** Where the first line names several models, it declares which of them it is, unless the body does. */
    private static SpaceText text(String body, Header header, Notebook notebook) {
        List<String> models = header.option(Options.MODEL)
                .map(word -> List.of(word.text().split(",")))
                .orElse(List.of());
        boolean compared = models.size() > 1 && new HashSet<>(models).size() == models.size();
        String first = compared && !declares(body) ? MODEL + " in {" + String.join(", ", models) + "}" : "";
        return SpaceText.read(first + "\n" + body, 1, values(notebook));
    }

    /** Whether it says itself which model it is, rightly or wrongly; nothing of its Java runs. */
    private static boolean declares(String body) {
        SpaceText text = SpaceText.read(body, 2, JavaValues.NONE);
        return text.declarations().containsKey(MODEL) || text.broken().contains(MODEL);
    }

    private static Read<Settings> settings(
            Method method, Header header, SpaceText text, Source source, Surroundings around) {
        Notebook notebook = around.notebook();
        boolean model = isOfModel(header, text);
        // Beside Java the options of models are a mistake in any case.
        Read<OptionValues> options = OptionValues.read(model ? header : header.without(Group.MODEL), notebook);
        OptionValues values = options.found().orElseThrow();
        SpaceChecks checks = new SpaceChecks(text);
        List<Mistake> mistakes = new ArrayList<>(header.mistakes());
        mistakes.addAll(text.mistakes());
        mistakes.addAll(options.mistakes());
        Surroundings.misnamed(header.name(), notebook).ifPresent(mistakes::add);
        around.unknown(Options.FROM, header).ifPresent(mistakes::add);
        mistakes.addAll(checks.ofMethod(method));
        Read<Subject> subject = model
                ? new TaskReader(header, options, text, method.domain(), notebook).read()
                : new JavaReader(header, text, notebook).read();
        SpaceText space =
                subject.found().flatMap(Subject::space).map(text::within).orElse(text);
        Optional<ResourceReader.Complete> complete =
                subject.found().map(found -> new ResourceReader(method, header, values, space, found).read());
        complete.ifPresent(c -> mistakes.addAll(c.mistakes()));
        OptionValues all = complete.map(ResourceReader.Complete::values).orElse(values);
        subject.found()
                .map(found -> LastTrials.mistakes(method, header, found.goals().size(), found.reshuffles()))
                .ifPresent(mistakes::addAll);
        int total = method.total().by().applyAsInt(all, extent(subject, space));
        Budget budget = Options.budget(Budget.trials(LastTrials.total(all, total, () -> Size.of(space.space()))), all);
        // A sampler would refuse what the rule names in the words of the cell.
        mistakes.addAll(method.rule().mistakes(all, budget.trials()));
        if (!model) {
            checks.empty().ifPresent(mistakes::add);
        }
        if (mistakes.isEmpty()) {
            goals(subject, text)
                    .flatMap(goals -> new SpaceChecks(space)
                            .ofSampler(LastTrials.sampler(method, all), goals, budget, all.get(Options.SEED)))
                    .ifPresent(mistakes::add);
        }
        mistakes.addAll(subject.mistakes());
        Collections.sort(mistakes);
        String name = header.name() == null ? null : header.name().text();
        return Read.unless(mistakes, () -> {
            ResourceReader.Complete whole = complete.orElseThrow();
            return new Settings(method, name, whole.text(), whole.subject(), budget, whole.values(), source);
        });
    }

    private static Method.Extent extent(Read<Subject> subject, SpaceText text) {
        return new Method.Extent(
                text.space(), subject.found().filter(Subject::tellsGradient).isPresent());
    }

    /** What the sampler is asked for; that of Java is known even where the Java has a mistake. */
    private static Optional<List<Goal>> goals(Read<Subject> subject, SpaceText text) {
        return subject.found().map(Subject::goals).or(() -> Optional.ofNullable(text.objective())
                .filter(JavaReader::named)
                .map(JavaReader::goals));
    }

    /** Whether a model is meant: one is named, or there is data and no Java. */
    private static boolean isOfModel(Header header, SpaceText text) {
        boolean java = header.has(Group.JAVA) || text.objective() != null;
        return !header.lacks(Options.MODEL) || (!java && header.has(Group.MODEL));
    }

    private static Header header(Header typed, @Nullable Source like, Surroundings around) {
        Header own = like == null
                ? typed
                : typed.over(like.subject(), typed.option(Options.LIKE).orElse(Header.BEGIN));
        return own.over(around.defaults(), Header.BEGIN);
    }

    /** The cell's own lines, else those of the other; its space with the other's Java, if it has none of its own. */
    private static String body(@Nullable String own, @Nullable Source like, Header header) {
        if (like == null || own == null || own.isBlank()) {
            return own == null || own.isBlank() ? like == null ? "" : like.body() : own;
        }
        SpaceText.JavaPart other =
                SpaceText.read(like.body(), 2, JavaValues.NONE).objective();
        boolean complete = header.has(Options.MODEL)
                || SpaceText.read(own, 2, JavaValues.NONE).objective() != null;
        return complete || other == null
                ? own
                : own.stripTrailing() + "\n"
                        + other.goals().stream().map(Object::toString).collect(Collectors.joining(", ")) + "\n"
                        + other.java();
    }

    private static JavaValues values(Notebook notebook) {
        return expression -> {
            String subject = "Java (${" + expression + "}) must have a value";
            try {
                Object value = notebook.value(expression);
                if (value == null) {
                    throw new IllegalArgumentException(subject + "; it is null.");
                }
                return value;
            } catch (JavaException e) {
                throw new IllegalArgumentException(subject + ". " + ObjectiveSource.whyNot(e, notebook), e);
            }
        };
    }
}
