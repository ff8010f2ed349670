package dev.fettle.kernel.cell;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an objective in Java, below {@code maximize} or behind {@code --objective}, and collects what is wrong with it. */
final class JavaReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final String MAYBE = "Maybe  maximize score  and the Java below it.";

    private final Header header;
    private final Notebook notebook;
    private final List<Mistake> mistakes;

    JavaReader(Header header, Notebook notebook, List<Mistake> mistakes) {
        this.header = header;
        this.notebook = notebook;
        this.mistakes = mistakes;
    }

    /** The subject; null if it has a mistake. */
    @Nullable
    Subject read(SpaceText text) {
        checkOptions();
        SpaceText.JavaPart part = text.objective();
        Optional<Header.Word> given = header.option(Option.OBJECTIVE);
        if (part == null) {
            mistakes.add(given.map(w -> w.says("Objective (" + w.text()
                            + ") must have a goal: the cell ends with maximize NAME or minimize NAME."))
                    .orElseGet(() -> Header.BEGIN.says("Cell must have --model, or end with a goal. " + MAYBE)));
            return null;
        }
        checkGoal(part);
        if (text.space().parameter(part.name()).isPresent()) {
            mistakes.add(part.namePlace()
                    .says("Goal (" + part.name() + ") must not be the name of a parameter too. Maybe  "
                            + part.direction() + " score."));
        }
        ObjectiveSource source = given.isEmpty()
                ? new ObjectiveSource(part.java(), part.line() + 1, part.name(), text.space(), text.constants())
                : named(given.get(), part, text);
        if (source == null) {
            return null;
        }
        ObjectiveSource.Compiled compiled = source.compile(notebook, text.broken());
        compiled.mistakes()
                .forEach(m -> mistakes.add(given.isEmpty() ? m : given.get().says(m.message())));
        return compiled.objective() == null || part.name().isEmpty()
                ? null
                : new Subject(
                        compiled.objective(),
                        List.of(new Goal(
                                part.name(), Direction.valueOf(part.direction().toUpperCase(Locale.ROOT)))),
                        compiled.fingerprints(),
                        compiled.nulls(),
                        null,
                        source);
    }

    /** Options of models mean nothing here. */
    private void checkOptions() {
        header.options().forEach((option, word) -> {
            if (option.isOfModel()) {
                mistakes.add(word.says("Option (--" + option.id()
                        + ") must go with --model; the Java of the cell has its own data. Maybe --model mlp."));
            }
        });
    }

    private void checkGoal(SpaceText.JavaPart part) {
        String name = part.name();
        if (name.isEmpty()) {
            mistakes.add(part.directionPlace()
                    .says("Goal (" + part.direction() + ") must have a name. Maybe  " + part.direction() + " score."));
        } else if (!NAME.matcher(name).matches()) {
            mistakes.add(part.namePlace()
                    .says("Goal (" + name + ") must be one name; the Java stands on the lines below it. Maybe  "
                            + part.direction() + " score."));
        }
    }

    /** A method or a variable of the notebook that takes a point. */
    private @Nullable ObjectiveSource named(Header.Word word, SpaceText.JavaPart part, SpaceText text) {
        if (!part.java().isBlank()) {
            mistakes.add(word.says("Objective (" + word.text() + ") must stand alone: there is Java below "
                    + part.direction() + " too."));
        }
        Optional<String> call = ObjectiveSource.call(word.text(), notebook);
        if (call.isEmpty()) {
            mistakes.add(word.says(unfit(word.text())));
            return null;
        }
        return new ObjectiveSource(call.get(), 1, part.name(), text.space(), text.constants());
    }

    private String unfit(String name) {
        Optional<String> type = notebook.typeOf(name);
        String is = type.map(t -> "; it is a variable of type " + t)
                .orElse(
                        notebook.methods().contains(name)
                                ? "; it takes (" + String.join(") or (", notebook.methodParameters(name)) + ")"
                                : "");
        List<String> names = new ArrayList<>(notebook.methods());
        names.addAll(notebook.variables());
        names.remove(name);
        return "Objective (" + name + ") must be a method  double " + name
                + "(Point p)  or a variable of type Objective" + is + "."
                + (is.isEmpty() ? Maybe.sentence(name, Set.copyOf(names)) : "");
    }
}
