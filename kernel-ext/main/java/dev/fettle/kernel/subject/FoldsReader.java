package dev.fettle.kernel.subject;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Plain;
import dev.fettle.evaluation.fold.Shuffle;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.fold.Stratified;
import dev.fettle.evaluation.fold.TimeSeries;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how the rows are split into folds, and which are kept for the test. */
record FoldsReader(Header header, OptionValues values, Notebook notebook) {
    /** The kinds that have a word. */
    private enum Kind {
        STRATIFIED,
        PLAIN,
        GROUP,
        TIME,
        LEAVE_ONE_OUT;

        static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Those words. */
    static List<String> words() {
        return Arrays.stream(Kind.values()).map(Kind::word).toList();
    }

    /** The columns, if there are such, that say where a row belongs: they are no features. */
    List<String> marks() {
        return Stream.concat(
                        values.get(Options.GROUP).stream(),
                        values.get(Options.FOLDS).filter(word -> Kind.of(word).isEmpty()).stream())
                .toList();
    }

    private boolean marks(Feature column) {
        return marks().contains(column.name());
    }

    /** The data without such columns, as long as there are others. */
    Dataset features(Dataset data) {
        List<Feature> features = data.features().stream().filter(f -> !marks(f)).toList();
        return features.isEmpty() || features.size() == data.features().size() ? data : data.with(features);
    }

    /** Which rows are kept for the test. */
    Holdout holdout() {
        return new Holdout(values.get(Options.TEST), values.get(Options.STRATIFY), values.get(Options.SEED));
    }

    /**
     * How all rows are split; the folds have been made once, so that nothing is left to go wrong.
     *
     * @param data with the columns that say where a row belongs
     */
    Read<Splitting> read(Dataset data) {
        List<Mistake> mistakes = new ArrayList<>(combinations(data));
        if (data.features().stream().allMatch(this::marks)) {
            mistakes.add(place(Options.GROUP, Options.FOLDS)
                    .says("Data (" + data.name() + ") must have a column besides its target and those of the folds."));
        }
        Read<Splitting> splitting = splitting(data);
        mistakes.addAll(splitting.mistakes());
        if (mistakes.isEmpty()) {
            mistakes.addAll(splitting.found().map(s -> unfit(s, data.target())).orElse(List.of()));
        }
        return Read.unless(mistakes, () -> splitting.found().orElseThrow());
    }

    private Optional<Kind> kind(Dataset data) {
        Kind usual = header.has(Options.GROUP)
                ? Kind.GROUP
                : data.target() instanceof Dataset.Classes ? Kind.STRATIFIED : Kind.PLAIN;
        return values.get(Options.FOLDS).map(Kind::of).orElse(Optional.of(usual));
    }

    /** Options that mean nothing beside others. */
    private List<Mistake> combinations(Dataset data) {
        Kind kind = kind(data).orElse(null);
        boolean grouped = header.has(Options.GROUP);
        boolean dealt = !grouped && (kind == Kind.STRATIFIED || kind == Kind.PLAIN);
        boolean whole = grouped || kind == Kind.GROUP || kind == Kind.TIME;
        String noWay = ". Maybe leave it out.";
        return Stream.of(
                        needs(Options.SHUFFLE, dealt, "stratified or plain folds, without --group" + noWay),
                        needs(Options.REPEAT, dealt, "stratified or plain folds, without --group" + noWay),
                        needs(
                                Options.GROUP,
                                kind == Kind.GROUP || kind == Kind.STRATIFIED,
                                "group or stratified folds. Maybe --folds group."),
                        needs(Options.GAP, kind == Kind.TIME, "folds in the order of time. Maybe --folds time."),
                        needs(
                                Options.NESTED,
                                !header.has(Options.FROM),
                                "a search that begins anew: the points of another study may have been chosen by rows that are tested here. Maybe leave --from out."),
                        needs(Options.STRATIFY, header.has(Options.TEST), "--test. Maybe --test 0.2."),
                        needs(Options.STRATIFY, !whole, "folds of neither groups nor time" + noWay),
                        needs(
                                Options.STRATIFY,
                                data.target() instanceof Dataset.Classes,
                                "a target of classes" + noWay))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Mistake> needs(Option<?> option, boolean met, String what) {
        return header.option(option)
                .filter(word -> !met)
                .map(word -> word.says("Option (" + option.written() + ") must go with " + what));
    }

    private Read<Splitting> splitting(Dataset data) {
        Optional<Kind> kind = kind(data);
        if (kind.isEmpty()) {
            return new FoldsSource(data, place(Options.FOLDS), notebook)
                    .splitting(values.get(Options.FOLDS).orElseThrow());
        }
        int k = values.get(Options.CV);
        return switch (kind.get()) {
            case STRATIFIED ->
                header.has(Options.GROUP) ? grouped(data, k, true) : Read.of(new Stratified(k, shuffle()));
            case PLAIN -> Read.of(new Plain(k, shuffle()));
            case GROUP -> grouped(data, k, false);
            case TIME -> Read.of(new TimeSeries(k, values.get(Options.GAP)));
            case LEAVE_ONE_OUT -> Read.of(new Splitting.LeaveOneOut());
        };
    }

    private Shuffle shuffle() {
        int repeats = values.get(Options.REPEAT).orElse(values.get(Options.SHUFFLE) ? 1 : 0);
        return repeats == 0 ? Shuffle.NONE : new Shuffle(repeats, values.get(Options.SEED));
    }

    private Read<Splitting> grouped(Dataset data, int k, boolean stratified) {
        if (!header.has(Options.GROUP)) {
            return Read.wrong(place(Options.FOLDS).says("Folds (group) must know the groups. Maybe --group COL."));
        }
        FoldsSource source = new FoldsSource(data, place(Options.GROUP), notebook);
        return values.get(Options.GROUP)
                .map(column -> source.grouped(column, k, stratified))
                .orElseGet(Read::nothing);
    }

    /** What hinders the split of these rows. */
    private List<Mistake> unfit(Splitting splitting, Dataset.Target target) {
        Holdout holdout = holdout();
        if (holdout.share() == 0) {
            return unfitFolds(splitting, target);
        }
        try {
            int[] others = splitting.holdout(holdout, target).train();
            return unfitFolds(splitting.rows(others), target.rows(others));
        } catch (IllegalArgumentException e) {
            return List.of(place(Options.TEST).says(String.valueOf(e.getMessage())));
        }
    }

    private List<Mistake> unfitFolds(Splitting splitting, Dataset.Target target) {
        Header.Word place = place(Options.CV, Options.FOLDS, Options.GROUP);
        try {
            Folds folds = splitting.folds(target);
            Optional<String> counted = values.given(Options.CV)
                    .filter(k -> values.get(Options.REPEAT).isEmpty() && k != folds.size())
                    .map(k -> "Folds (" + k + ") must be " + folds.size() + ", as --folds says. Maybe leave --cv out.");
            Optional<String> oneClass = target instanceof Dataset.Classes classes
                    ? folds.oneClass(classes.y(), classes.labels())
                    : Optional.empty();
            return Stream.of(counted, oneClass)
                    .flatMap(Optional::stream)
                    .map(place::says)
                    .toList();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage()).lines().map(place::says).toList();
        }
    }

    /** Of the first of some options that is given. */
    private Header.Word place(Option<?>... options) {
        return Arrays.stream(options)
                .flatMap(option -> header.option(option).stream())
                .findFirst()
                .orElse(Header.BEGIN);
    }
}
