package dev.fettle.kernel.subject;

import dev.fettle.learner.Learner;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.text.Mistake;
import dev.fettle.space.text.SpaceText;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Names in a space that the model does not have. */
record UnknownNames(SpaceText text, Learner learner) {
    /** What scikit-learn has as a parameter of models, and what does the same here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "random_state", "--seed in the first line",
            "seed", "--seed in the first line",
            "n_jobs", "--jobs in the first line",
            "verbose", "--live in the first line",
            "warm_start", "leave it out: each trial trains from the start",
            "copy_X", "leave it out: data are never changed");

    /** Them as mistakes: the first by place lists the names that there are, the others need not say it again. */
    List<Mistake> mistakes(List<String> names) {
        List<String> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparing(name -> text.declaration(name).name()));
        List<Mistake> mistakes = new ArrayList<>();
        for (String name : sorted) {
            mistakes.add(text.declaration(name).name().says(message(name, mistakes.isEmpty())));
        }
        return mistakes;
    }

    private String message(String name, boolean listing) {
        List<String> names =
                learner.hyperparameters().stream().map(Hyperparameter::name).toList();
        String list = listing ? ": " + String.join(", ", names) : "";
        // Behind the step of a pipeline there may be a name of ours.
        String bare = name.contains("__") ? name.substring(name.lastIndexOf("__") + 2) : name;
        String elsewhere = ELSEWHERE.get(name);
        String maybe = elsewhere == null ? Maybe.sentence(bare, names) : " Maybe " + elsewhere + ".";
        return "Parameter (" + name + ") must be one that " + learner.name() + " has" + list + "." + maybe;
    }
}
