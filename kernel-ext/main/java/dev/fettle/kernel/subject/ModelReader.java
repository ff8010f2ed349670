package dev.fettle.kernel.subject;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ModelSource;
import dev.fettle.kernel.objective.ObjectiveSource;
import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.OptionValues;
import dev.fettle.kernel.option.Options;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.learner.prepare.Gaps;
import dev.fettle.learner.prepare.Preparation;
import dev.fettle.learner.prepare.Scaler;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads which model is tuned: one of ours by name, one of the notebook, or several of which a parameter chooses. */
record ModelReader(Header header, Read<OptionValues> options, boolean fillsGaps, Notebook notebook) {
    /**
     * What is tuned.
     *
     * @param learner with what is done to the columns before it
     * @param fingerprints of models of the notebook, by name
     * @param unscaled whether one that feels the units of features gets them as they are
     * @param remarks what is to be said of them, whole sentences
     */
    record Models(Learner learner, Map<String, String> fingerprints, boolean unscaled, List<String> remarks) {}

    Read<Models> read() {
        Optional<Header.Word> given = header.option(Options.MODEL);
        if (given.isEmpty()) {
            return header.lacks(Options.MODEL)
                    ? Read.wrong(Header.BEGIN.says("Model (none) must be given. Maybe --model mlp."))
                    : Read.nothing();
        }
        List<String> names = options.found().orElseThrow().get(Options.MODEL).orElse(List.of());
        List<Learner> learners = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, String> marks = new TreeMap<>();
        boolean unscaled = false;
        for (String name : names) {
            try {
                ModelSource model = model(name);
                learners.add(prepared(model.learner()));
                unscaled |= model.learner().feelsScale() && scale(model.learner()) == Scaler.NONE;
                marks.putAll(model.fingerprints());
            } catch (IllegalArgumentException e) {
                mistakes.add(given.get().says(String.valueOf(e.getMessage())));
            } catch (JavaException e) {
                mistakes.add(
                        given.get().says("Model (" + name + ") must compile. " + ObjectiveSource.whyNot(e, notebook)));
            }
        }
        if (names.stream().distinct().count() < names.size()) {
            mistakes.add(given.get().says("Models (" + String.join(", ", names) + ") must each be named once."));
        }
        return learners.isEmpty() || !mistakes.isEmpty()
                ? new Read<>(null, mistakes)
                : Read.of(new Models(
                        learners.size() == 1 ? learners.get(0) : new OneOf(learners), marks, unscaled, hidden(names)));
    }

    /** Methods of the notebook that somebody may have meant. */
    private List<String> hidden(List<String> names) {
        return names.stream()
                .filter(name ->
                        !OwnModels.isOwn(name, notebook) && notebook.methods().contains(name))
                .map(name -> "Model " + name
                        + " is the one of %tune models; the notebook's method of that name is not meant."
                        + " Maybe call it my_" + name + ".")
                .toList();
    }

    private ModelSource model(String name) throws JavaException {
        if (!OwnModels.isOwn(name, notebook)) {
            return new ModelSource(Learners.of(name), Map.of());
        }
        return ModelSource.of(name, notebook).orElseThrow(() -> new IllegalArgumentException(unfit(name)));
    }

    private String unfit(String name) {
        String is = notebook.typeOf(name)
                .map(type -> "it is a variable of type " + type)
                .orElse("it takes (" + String.join(") or (", notebook.methodParameters(name)) + ")");
        return "Model (" + name + ") must be a method  " + name + ModelSource.SHAPE
                + "  or a variable of type Trainer.OfClasses, Trainer.OfValues or Learner; " + is + ".";
    }

    private Learner prepared(Learner learner) {
        OptionValues values = options.found().orElseThrow();
        Gaps gaps = values.get(Options.IMPUTE);
        return Preparation.before(learner, gaps == Gaps.OFF && fillsGaps ? Gaps.MEDIAN : gaps, scale(learner));
    }

    private Scaler scale(Learner learner) {
        Scaler usual = learner.wantsScale() ? Scaler.STANDARD : Scaler.NONE;
        return options.found().orElseThrow().get(Options.SCALE).orElse(usual);
    }
}
