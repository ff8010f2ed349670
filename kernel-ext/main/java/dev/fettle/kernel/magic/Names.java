package dev.fettle.kernel.magic;

import dev.fettle.data.Bundled;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.learner.CrossVal;
import dev.fettle.learner.own.Trainer;
import dev.fettle.mlp.Mlp;
import dev.fettle.model.FittedModel;
import dev.fettle.space.Point;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;

/**
 * The names that Fettle brings into a notebook, so that its cells need no imports. Each stays only as long as the notebook has no
 * such name of its own: what a user declares or imports wins, before or after.
 *
 * <p>Measured on JShell 17 and 25, which write all imports, and one more for each declaration, above every snippet. A type beside
 * a single-type import of its name compiles itself, as a member of a class, and after it nothing does. A method beside a static
 * import of its name is ambiguous where the parameters are alike. {@code import java.awt.*} loses to a single-type import without a
 * word. An import on demand of ours would lose to declarations, but be ambiguous beside another, and for one JShell compiles
 * everything anew, which can reset variables. So the imports are single, and one is dropped by the event of the snippet that takes
 * its name: JShell tells it on the thread that evaluates, before the next snippet. A drop compiles anew what uses the name, and
 * nothing else.
 *
 * <p>The same clash between two names of the notebook, {@code import java.awt.List} and {@code record List}, ends a session without
 * us too; then the import is taken back, and so is a type that JShell cannot do without.
 */
final class Names {
    private static final List<Name> BROUGHT = List.of(
            Name.of(Mlp.class),
            Name.of(Point.class),
            Name.of(Objective.class),
            Name.of(Probe.class),
            Name.of(Score.class),
            Name.of(Bundled.class),
            Name.of(FittedModel.class),
            Name.of(Trainer.class),
            new Name(CrossVal.class, "crossVal"));

    /** Types that JShell itself names in every snippet: the first two on 17, the last on 25. */
    private static final Set<String> FATAL = Set.of("Object", "Throwable", "java");

    private final JShell shell;
    private final Notebook notebook;

    private Names(JShell shell) {
        this.shell = shell;
        this.notebook = new Notebook(shell);
    }

    /** The imports as they would be typed. */
    static List<String> lines() {
        return BROUGHT.stream().map(Name::line).toList();
    }

    /** Brings the names that the notebook does not have yet, and takes each away as soon as the notebook has it. */
    static void bring(JShell shell) {
        Names names = new Names(shell);
        List<Snippet> before = shell.snippets().filter(names::isDefined).toList();
        BROUGHT.stream()
                .filter(name -> before.stream().noneMatch(name::isTakenBy))
                .forEach(names::bring);
        shell.onSnippetEvent(names::heard);
    }

    private void bring(Name name) {
        try {
            notebook.run(name.line());
        } catch (JavaException e) {
            System.err.println("Fettle could not " + name.line() + ": " + e.getMessage());
        }
    }

    private boolean isDefined(Snippet snippet) {
        return shell.status(snippet).isDefined();
    }

    private void heard(SnippetEvent event) {
        if (!event.status().isDefined()) {
            return;
        }
        BROUGHT.stream().filter(name -> name.isTakenBy(event.snippet())).forEach(this::drop);
        Set<PersistentSnippet> clash = clash(event.snippet());
        if (!clash.isEmpty() && !notebook.works()) {
            clash.forEach(this::takeBack);
        }
    }

    /** What may have ended the session and can be taken back: imports beside something else of their name, or a fatal type. */
    private Set<PersistentSnippet> clash(Snippet snippet) {
        if (snippet instanceof TypeDeclSnippet type && FATAL.contains(type.name())) {
            return Set.of(type);
        }
        if (!(snippet instanceof TypeDeclSnippet) && !(snippet instanceof ImportSnippet)) {
            return Set.of();
        }
        String name = ((PersistentSnippet) snippet).name();
        Set<PersistentSnippet> imports = shell.imports()
                .filter(i -> isDefined(i) && i.name().equals(name))
                .collect(Collectors.toSet());
        return imports.size() > 1 || notebook.hasType(name) ? imports : Set.of();
    }

    private void takeBack(PersistentSnippet snippet) {
        shell.drop(snippet);
        System.err.println("Declaration (" + snippet.source().strip() + ") is taken back, since no cell would run any"
                + " more: each needs something else of this name. Maybe another name.");
    }

    private void drop(Name name) {
        shell.imports()
                .filter(i -> isDefined(i) && i.fullname().equals(name.full()))
                .toList()
                .forEach(shell::drop);
    }
}
