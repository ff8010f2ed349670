package dev.fettle.kernel.cell;

import dev.fettle.evaluation.Task;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.learner.Learner;
import dev.fettle.space.text.JavaValues;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cell, read and checked as a whole before anything is run.
 *
 * @param shown first line and body, as diagnostics refer to them
 * @param typed for later cells that begin with {@code --like} this one
 * @param settings null if there are mistakes
 * @param mistakes all of them, by place
 */
public record Cell(
        String shown,
        Source typed,
        SpaceText text,
        @Nullable Settings settings,
        List<Mistake> mistakes) {
    /**
     * Reads a cell; evaluates in the notebook, so it belongs on a thread that is not interrupted.
     *
     * @param body null if there is none, which needs {@code --like}
     */
    public static Cell read(Header typed, @Nullable String body, Surroundings around) {
        List<Mistake> mistakes = new ArrayList<>(typed.mistakes());
        Source like = like(typed, around, mistakes);
        if (like == null && typed.has(Option.LIKE)) {
            // Without the other cell everything else would seem to be missing.
            Source own = new Source(typed.options(), "");
            SpaceText nothing = SpaceText.read("", 2, JavaValues.NONE);
            return new Cell(typed.line(), own, nothing, null, List.copyOf(mistakes));
        }
        Header header = header(typed, like, around);
        String whole = body(body, like, header);
        SpaceText text = SpaceText.read(whole, 2, values(around.notebook()));
        mistakes.addAll(text.mistakes());
        Options options = new Options(header, around.notebook(), mistakes);
        SettingsReader reader = new SettingsReader(options, mistakes);
        reader.checkName(around.notebook());
        header.option(Option.FROM)
                .ifPresent(w -> SettingsReader.checkStudy(
                        w, Option.FROM, around.studies().keySet(), mistakes));
        SpaceChecks checks = new SpaceChecks(text, new Places(whole, 2), mistakes);
        checks.check(header.method());
        checks.check(header.method().sampler(header.has(Option.QMC)));
        long seed = reader.seed();
        Subject subject = isOfModel(header, text)
                ? ofModel(options, text, checks, seed, around, mistakes)
                : new JavaReader(header, around.notebook(), mistakes).read(text);
        Settings settings = reader.read(subject, seed);
        Collections.sort(mistakes);
        String shown = header.line() + "\n" + whole;
        return new Cell(shown, new Source(header.options(), whole), text, settings, List.copyOf(mistakes));
    }

    /** Whether a model is meant: one is named, or there is data and no Java. */
    private static boolean isOfModel(Header header, SpaceText text) {
        boolean java = header.has(Option.OBJECTIVE) || text.objective() != null;
        return header.has(Option.MODEL)
                || (!java && header.options().keySet().stream().anyMatch(Option::isOfModel));
    }

    private static @Nullable Source like(Header typed, Surroundings around, List<Mistake> mistakes) {
        Header.Word word = typed.options().get(Option.LIKE);
        boolean known = word != null
                && SettingsReader.checkStudy(word, Option.LIKE, around.studies().keySet(), mistakes);
        return known ? around.studies().get(Objects.requireNonNull(word).text()) : null;
    }

    private static Header header(Header typed, @Nullable Source like, Surroundings around) {
        Header own = like == null
                ? typed
                : typed.over(like.subject(), typed.option(Option.LIKE).orElse(Header.BEGIN));
        return own.over(around.defaults(), Header.BEGIN);
    }

    /** The cell's own lines, else those of the other; its space with the other's Java, if it has none of its own. */
    private static String body(@Nullable String own, @Nullable Source like, Header header) {
        if (like == null || own == null || own.isBlank()) {
            return own == null || own.isBlank() ? like == null ? "" : like.body() : own;
        }
        SpaceText.JavaPart other =
                SpaceText.read(like.body(), 2, JavaValues.NONE).objective();
        boolean complete = header.has(Option.MODEL)
                || SpaceText.read(own, 2, JavaValues.NONE).objective() != null;
        return complete || other == null
                ? own
                : own.stripTrailing() + "\n" + other.direction() + " " + other.name() + "\n" + other.java();
    }

    private static @Nullable Subject ofModel(
            Options options,
            SpaceText text,
            SpaceChecks checks,
            long seed,
            Surroundings around,
            List<Mistake> mistakes) {
        SpaceText.JavaPart part = text.objective();
        if (part != null) {
            mistakes.add(part.directionPlace()
                    .says("Goal (" + part.direction()
                            + ") must be left out beside --model, whose goal is --metric. Maybe"
                            + " leave --model out."));
        }
        TaskReader reader = new TaskReader(options, around.notebook(), mistakes);
        Learner learner = reader.learner();
        if (learner != null) {
            checks.check(learner);
        }
        Task task = reader.read(learner, text.constants(), seed);
        return task == null ? null : Subject.of(task);
    }

    private static JavaValues values(Notebook notebook) {
        return expression -> {
            String subject = "Java (${" + expression + "}) must have a value";
            try {
                return Objects.requireNonNull(notebook.value(expression), subject + "; it is null.");
            } catch (JavaException e) {
                throw new IllegalArgumentException(subject + ". " + ObjectiveSource.whyNot(e, notebook));
            } catch (NullPointerException e) {
                throw new IllegalArgumentException(e.getMessage());
            }
        };
    }
}
