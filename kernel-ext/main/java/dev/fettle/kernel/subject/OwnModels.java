package dev.fettle.kernel.subject;

import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.ModelSource;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Learners;
import dev.fettle.learner.Pipeline;
import dev.fettle.learner.joint.OneOf;
import dev.fettle.learner.prepare.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models of a study as the notebook has them today.
 *
 * @param names as behind {@code --model}
 */
public record OwnModels(List<String> names, Notebook notebook) {
    public OwnModels {
        names = List.copyOf(names);
    }

    /**
     * What a study is about, with the models of the notebook as they are now; the subject itself if it has none.
     *
     * @throws JavaException if one of them does not compile any more
     * @throws IllegalArgumentException if one of them is no model any more
     */
    public Subject.OfModel renewed(Subject.OfModel subject) throws JavaException {
        Learner learner = subject.model().objective().learner();
        List<Learner> before = learner instanceof OneOf models ? models.learners() : List.of(learner);
        List<Learner> now = new ArrayList<>();
        Map<String, String> marks = new TreeMap<>(subject.marks());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Learner old = before.get(i);
            if (!isOwn(name, notebook)) {
                now.add(old);
                continue;
            }
            ModelSource model = ModelSource.of(name, notebook)
                    .orElseThrow(() -> new IllegalArgumentException("Model (" + name + ") must still be one."));
            Learner renewed = prepared(model.learner(), old);
            now.add(renewed);
            marks.putAll(model.fingerprints());
            if (model.fingerprints().isEmpty() && !renewed.equals(old)) {
                marks.put("model " + name, renewed.toString());
            }
        }
        return names.stream().noneMatch(name -> isOwn(name, notebook))
                ? subject
                : subject.with(
                        subject.model()
                                .of(
                                        learner instanceof OneOf ? new OneOf(now) : now.get(0),
                                        subject.model().objective().metrics()),
                        marks);
    }

    /** Ours go first: a variable that happens to be called knn is not meant. */
    static boolean isOwn(String name, Notebook notebook) {
        return Learners.all().stream().noneMatch(l -> l.name().equals(name))
                && (notebook.typeOf(name).isPresent() || notebook.methods().contains(name));
    }

    /** Behind the same steps as another. */
    private static Learner prepared(Learner learner, Learner as) {
        Optional<Preparation> steps = preparation(as);
        return steps.isEmpty()
                ? learner
                : Preparation.before(learner, steps.get().gaps(), steps.get().scale());
    }

    /** What every learner of a cell has before it. */
    private static Optional<Preparation> preparation(Learner learner) {
        return learner instanceof Pipeline pipeline && pipeline.steps().get(0) instanceof Preparation steps
                ? Optional.of(steps)
                : Optional.empty();
    }

    /** The variables among them, each with an expression that is a {@code Learner}. */
    Map<String, String> variables() {
        Map<String, String> java = new TreeMap<>();
        for (String name : names) {
            if (isOwn(name, notebook) && notebook.typeOf(name).isPresent()) {
                java.put(name, isLearner(name) ? name : "new OwnLearner(\"" + name + "\", " + name + ")");
            }
        }
        return java;
    }

    private boolean isLearner(String name) {
        try {
            return notebook.value(name) instanceof Learner;
        } catch (JavaException e) {
            return false;
        }
    }
}
