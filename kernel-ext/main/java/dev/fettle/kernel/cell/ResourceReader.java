package dev.fettle.kernel.cell;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Resource;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Method;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Resources;
import dev.fettle.kernel.subject.Subject;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what trials get more and less of, and whether some are given up, which depends on what is tuned. */
final class ResourceReader {
    /** So many rungs there are, one more than the power of eta, if nobody says how little is enough. */
    private static final int POWER = 4;
    /** With fewer rows of a class a training says little. */
    private static final int ROWS_OF_A_CLASS = 5;

    private final Method method;
    private final Header header;
    private final OptionValues values;
    private final SpaceText text;
    private final Subject subject;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** @param text of the whole space */
    ResourceReader(Method method, Header header, OptionValues values, SpaceText text, Subject subject) {
        this.method = method;
        this.header = header;
        this.values = values;
        this.text = text;
        this.subject = subject;
    }

    /**
     * What the cell says, made complete.
     *
     * @param values with the name of the resource, the most and the least of it, where trials have one
     * @param text with the most as a constant, where the model knows it by its name
     * @param subject whose trials have that resource
     */
    record Complete(OptionValues values, SpaceText text, Subject subject, List<Mistake> mistakes) {
        Complete {
            mistakes = List.copyOf(mistakes);
        }
    }

    Complete read() {
        boolean spends = Resources.spends(method);
        boolean prunes = header.has(Resources.PRUNE);
        if (prunes && spends) {
            say(Resources.PRUNE, "must go with another method; this one itself lets only the better go on");
        }
        if (!prunes && !spends && header.has(Resources.RESOURCE)) {
            say(Resources.RESOURCE, "must go with --prune, or with %%hyperband");
        }
        Complete same = new Complete(values, text, subject, List.of());
        Complete complete = !spends && !prunes ? same : subject.task().isPresent() ? ofModel() : ofJava();
        return new Complete(complete.values(), complete.text(), complete.subject(), mistakes);
    }

    private Complete ofModel() {
        Task task = subject.task().orElseThrow();
        String own = task.objective().learner().resource().orElse(null);
        Resource kind = kind(own, task.objective().learner().name());
        if (kind == null || !Resources.spends(method)) {
            return kind == null ? new Complete(values, text, subject, List.of()) : pruned(kind, own);
        }
        Task spending = task.withResource(kind);
        int natural = spending.objective().mostResource().orElse(1);
        int most = most(kind, natural, own);
        OptionValues all = within(name(kind, own), most, least(kind, most, task));
        if (kind != Resource.LEARNER || own == null) {
            return new Complete(all, text, subject.withTask(spending), List.of());
        }
        return new Complete(all, text.with(own, most), subject.withTask(spending.withConstant(own, most)), List.of());
    }

    /** Steps of the model are told where each trial has as many; else the folds are. */
    private Complete pruned(Resource kind, @Nullable String own) {
        if (kind == Resource.ROWS) {
            say(
                    Resources.RESOURCE,
                    "must be folds" + (own == null ? "" : " or " + own)
                            + " with --prune, which looks at what a trial has reported so far");
        }
        boolean folds = values.get(Resources.PRUNE)
                .filter(rule -> rule == Resources.Rule.FOLDS)
                .isPresent();
        if (folds && kind == Resource.LEARNER && header.has(Resources.RESOURCE)) {
            say(Resources.RESOURCE, "must be left out with --prune folds");
        }
        boolean steps = header.has(Resources.RESOURCE) && kind == Resource.LEARNER && own != null;
        if (!steps) {
            return new Complete(values, text, subject, List.of());
        }
        int most = subject.task().orElseThrow().objective().mostResource().orElse(1);
        return new Complete(within(name(kind, own), most, 1), text, subject, List.of());
    }

    /** What the name means; null, and a mistake, if it means nothing. */
    private @Nullable Resource kind(@Nullable String own, String learner) {
        String name = values.get(Resources.RESOURCE).orElse(Resources.spends(method) ? own : Resources.FOLDS);
        if (name == null) {
            mistakes.add(Header.BEGIN.says("Resource must be rows or folds: " + learner
                    + " has none of its own, as epochs or trees. Maybe --resource rows."));
            return null;
        }
        if (name.equals(own)) {
            if (text.space().parameter(name).isPresent()) {
                mistakes.add(place(Resources.RESOURCE)
                        .says("Parameter " + name
                                + " must not vary, as it is the resource. Maybe --max in its place, or"
                                + " --resource rows."));
            }
            return Resource.LEARNER;
        }
        if (name.equals(Resources.ROWS) || name.equals(Resources.FOLDS)) {
            return name.equals(Resources.ROWS) ? Resource.ROWS : Resource.FOLDS;
        }
        say(Resources.RESOURCE, "must be " + (own == null ? "" : own + ", ") + "rows or folds, for " + learner);
        return null;
    }

    private static String name(Resource kind, @Nullable String own) {
        return kind == Resource.ROWS ? Resources.ROWS : kind == Resource.FOLDS || own == null ? Resources.FOLDS : own;
    }

    private int most(Resource kind, int natural, @Nullable String own) {
        Optional<Integer> given = values.get(Resources.MAX);
        int most = given.orElse(natural);
        if (kind == Resource.LEARNER) {
            Object constant = own == null ? null : text.constants().get(own);
            if (given.isPresent() && constant != null && !constant.equals(most)) {
                say(Resources.MAX, "must be what the cell says, " + own + " = " + constant + ", or be left out");
            }
        } else if (most > natural) {
            say(
                    Resources.MAX,
                    kind == Resource.ROWS
                            ? "must be at most the rows of a training, " + natural
                            : "must be at most the folds, " + natural);
            return natural;
        }
        return most;
    }

    private int least(Resource kind, int most, Task task) {
        int classes =
                task.data().target() instanceof Dataset.Classes c ? c.labels().size() : 2;
        int floor = kind == Resource.ROWS ? Math.min(most, ROWS_OF_A_CLASS * classes) : 1;
        return least(most, floor);
    }

    private int least(int most, int floor) {
        int standard = Math.max(floor, (int) (most / StrictMath.pow(values.get(Resources.ETA), POWER)));
        int least = values.get(Resources.MIN).orElse(standard);
        if (least > most) {
            say(Resources.MIN, "must be at most the most, " + most);
            return most;
        }
        return least;
    }

    private Complete ofJava() {
        boolean spends = Resources.spends(method);
        if (spends && !subject.asks("resource")) {
            java("must ask probe.resource(), how much a trial may use");
        }
        if (!spends && !subject.asks("report")) {
            java("must tell probe.report(step, score), and return when that says false");
        }
        if (!spends && subject.goals().size() > 1) {
            say(Resources.PRUNE, "must go with one goal: what is bad by the first may be the best by another");
        }
        OptionalInt most = values.get(Resources.MAX).map(OptionalInt::of).orElse(OptionalInt.empty());
        if (spends && !header.has(Resources.MAX)) {
            mistakes.add(
                    Header.BEGIN.says("Option (--max) must be given: how much a full trial uses. Maybe --max 81."));
        }
        if (!spends || most.isEmpty()) {
            return new Complete(values, text, subject, List.of());
        }
        String name = values.get(Resources.RESOURCE).orElse("resource");
        OptionValues all = within(name, most.getAsInt(), least(most.getAsInt(), 1));
        return new Complete(all, text, subject, List.of());
    }

    private OptionValues within(String name, int most, int least) {
        return values.with(Resources.RESOURCE, Optional.of(name))
                .with(Resources.MAX, Optional.of(most))
                .with(Resources.MIN, Optional.of(least));
    }

    private void java(String must) {
        SpaceText.JavaPart part = text.objective();
        Mistake mistake = header.option(Options.OBJECTIVE)
                .map(word -> word.says("Objective (" + word.text() + ") " + must + "."))
                .orElseGet(() -> part == null
                        ? Header.BEGIN.says("Java of the cell " + must + ".")
                        : part.first().directionPlace().says("Java of the cell " + must + "."));
        mistakes.add(mistake);
    }

    private Header.Word place(Option<?> option) {
        return header.option(option).orElse(Header.BEGIN);
    }

    private void say(Option<?> option, String must) {
        Header.Word word = place(option);
        mistakes.add(word.says(option.written() + " (" + word.text() + ") " + must + "."));
    }
}
