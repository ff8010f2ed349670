package dev.fettle.kernel.subject;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Options;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Direction;
import dev.fettle.trial.Goal;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an objective in Java, below {@code maximize} or behind {@code --objective}. */
public record JavaReader(Header header, SpaceText text, Notebook notebook) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final String MAYBE = "Maybe  maximize score  and the Java below it.";

    /** The objective, and all mistakes. */
    public Read<Subject> read() {
        List<Mistake> mistakes = new ArrayList<>(ofModels());
        SpaceText.JavaPart part = text.objective();
        Optional<Header.Word> given = header.option(Options.OBJECTIVE);
        if (part == null) {
            mistakes.add(given.map(w -> w.says("Objective (" + w.text()
                            + ") must have a goal: the cell ends with maximize NAME or minimize NAME."))
                    .orElseGet(() -> Header.BEGIN.says("Cell must have --model, or end with a goal. " + MAYBE)));
            return new Read<>(null, mistakes);
        }
        mistakes.addAll(ofGoals(part));
        Read<ObjectiveSource> source = given.isEmpty()
                ? Read.of(
                        new ObjectiveSource(part.java(), part.line() + 1, names(part), text.space(), text.constants()))
                : named(given.get(), part);
        mistakes.addAll(source.mistakes());
        Read<Subject> subject = source.found().map(s -> compiled(s, part)).orElseGet(Read::nothing);
        subject.mistakes().stream()
                .map(m -> given.isEmpty() ? m : given.get().says(m.message()))
                .forEach(mistakes::add);
        return mistakes.isEmpty() ? subject : new Read<>(null, mistakes);
    }

    /** Neither subject nor mistake where the Java only suffers from a mistake above it. */
    private Read<Subject> compiled(ObjectiveSource source, SpaceText.JavaPart part) {
        Read<ObjectiveSource.Compiled> compiled = source.compile(notebook, text.broken());
        return compiled.found().isEmpty() || !named(part)
                ? new Read<>(null, compiled.mistakes())
                : Read.of(
                        new Subject.OfJava(goals(part), source, compiled.found().get()));
    }

    private static List<String> names(SpaceText.JavaPart part) {
        return part.goals().stream().map(SpaceText.GoalPart::name).toList();
    }

    /** Whether all goals have names that could be such. */
    public static boolean named(SpaceText.JavaPart part) {
        return names(part).stream()
                .allMatch(name -> fits(name) && NAME.matcher(name).matches());
    }

    private static boolean fits(String name) {
        return name.length() <= Goal.LONGEST;
    }

    /** As they are written, if they are {@link #named}. */
    public static List<Goal> goals(SpaceText.JavaPart part) {
        return part.goals().stream()
                .map(goal -> new Goal(goal.name(), direction(goal)))
                .toList();
    }

    /** Which way is better. */
    static Direction direction(SpaceText.GoalPart goal) {
        return Direction.valueOf(goal.direction().toUpperCase(Locale.ROOT));
    }

    /** Options of models mean nothing here. */
    private List<Mistake> ofModels() {
        return header.options().entrySet().stream()
                .filter(e -> e.getKey().group() == Group.MODEL)
                .map(e -> e.getValue()
                        .says("Option (" + e.getKey().written()
                                + ") must go with --model; the Java of the cell has its own data. Maybe --model mlp."))
                .toList();
    }

    private List<Mistake> ofGoals(SpaceText.JavaPart part) {
        List<Mistake> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SpaceText.GoalPart goal : part.goals()) {
            mistakes.addAll(ofGoal(goal));
            if (!seen.add(goal.name()) && !goal.name().isEmpty()) {
                mistakes.add(goal.namePlace().says("Goal (" + goal.name() + ") must be named once."));
            }
        }
        return mistakes;
    }

    private List<Mistake> ofGoal(SpaceText.GoalPart part) {
        String name = part.name();
        String free = Stream.of("score", "loss", "goal")
                .filter(word -> text.space().parameter(word).isEmpty())
                .findFirst()
                .orElse("value");
        String maybe = "Maybe  " + part.direction() + " " + free + ".";
        if (name.isEmpty()) {
            return List.of(part.directionPlace().says("Goal (" + part.direction() + ") must have a name. " + maybe));
        }
        if (!fits(name)) {
            String begin = name.codePoints()
                    .limit(20)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            return List.of(part.namePlace()
                    .says("Goal (" + begin + "…) must have at most " + Goal.LONGEST + " letters. " + maybe));
        }
        Stream<String> messages = Stream.of(
                NAME.matcher(name).matches() ? "" : "must be one name; the Java stands on the lines below it.",
                text.space().parameter(name).isEmpty() ? "" : "must not be the name of a parameter too.");
        return messages.filter(m -> !m.isEmpty())
                .map(m -> part.namePlace().says("Goal (" + name + ") " + m + " " + maybe))
                .toList();
    }

    /** A method or a variable of the notebook that takes a point. */
    private Read<ObjectiveSource> named(Header.Word word, SpaceText.JavaPart part) {
        List<Mistake> mistakes = new ArrayList<>();
        if (!part.java().isBlank()) {
            mistakes.add(word.says("Objective (" + word.text() + ") must stand alone: there is Java below "
                    + part.first().direction() + " too."));
        }
        Optional<String> call = ObjectiveSource.call(word.text(), notebook);
        if (call.isEmpty()) {
            mistakes.add(word.says(unfit(word.text())));
        }
        return new Read<>(
                call.map(java -> new ObjectiveSource(java, 1, names(part), text.space(), text.constants()))
                        .orElse(null),
                mistakes);
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
