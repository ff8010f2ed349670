package dev.fettle.study;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The question, without threads, clock or files: two studies with the same configuration and objective give the same
 * table.
 *
 * @param name of the study and of the notebook variable
 * @param goals what is sought, at least one, in the order of the values of a score
 * @param seed of every random stream
 * @param batch how many points are proposed from one history by a sampler that learns; at least 1
 * @param fingerprints of data, folds and objective, by name; a continued study must share them
 */
public record StudyConfig(
        String name,
        SearchSpace space,
        List<Goal> goals,
        Sampler sampler,
        Seed seed,
        int batch,
        Map<String, String> fingerprints) {
    public StudyConfig {
        if (batch < 1) {
            throw new IllegalArgumentException("Batch (" + batch + ") must be at least 1.");
        }
        goals = List.copyOf(goals);
        fingerprints = Map.copyOf(fingerprints);
    }

    /** The first goal. */
    public Goal goal() {
        return goals.get(0);
    }

    /** How many proposals are made from one history. */
    int lag() {
        return Math.max(batch, sampler.lag());
    }

    /** What a continued study must share, by name. */
    Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("space", space.text());
        question.put(
                "goals",
                goals.stream()
                        .map(g -> g.direction().name().toLowerCase(Locale.ROOT) + " " + g.name())
                        .collect(Collectors.joining(", ")));
        question.put("sampler", sampler.toString());
        question.put("seed", Long.toString(seed.value()));
        question.put("batch", Integer.toString(batch));
        return question;
    }
}
