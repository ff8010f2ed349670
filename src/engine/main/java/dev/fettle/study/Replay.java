package dev.fettle.study;

import dev.fettle.journal.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether a journal belongs to a study. */
final class Replay {
    private Replay() {}

    /**
     * What differs between a journal and a study that would go on with it.
     *
     * @param last its last run; null if there is none
     * @param anyway whether other data, another objective and another version do not matter
     * @throws DifferentStudyException if anything that matters does
     */
    static void check(StudyConfig config, Event.Opened opened, Event.@Nullable Began last, boolean anyway) {
        List<String> question = differences(opened.question(), question(config));
        List<String> grounds = last == null ? List.of() : differences(grounds(last), grounds(config.fingerprints()));
        if (!question.isEmpty() || !(anyway || grounds.isEmpty())) {
            throw new DifferentStudyException(config.name(), question, grounds);
        }
    }

    private static Map<String, String> grounds(Event.Began began) {
        Map<String, String> all = new TreeMap<>(began.fingerprints());
        all.put("version", began.version());
        return all;
    }

    private static Map<String, String> grounds(Map<String, String> fingerprints) {
        Map<String, String> all = new TreeMap<>(fingerprints);
        all.put("version", version());
        return all;
    }

    /** What a continued study must share, by name. */
    static Map<String, String> question(StudyConfig config) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("space", config.space().text());
        question.put(
                "goals",
                config.goals().stream()
                        .map(g -> g.direction().name().toLowerCase(Locale.ROOT) + " " + g.name())
                        .collect(Collectors.joining(", ")));
        question.put("sampler", config.sampler().toString());
        question.put("pruner", config.pruner().toString());
        question.put("seed", Long.toString(config.seed().value()));
        question.put("batch", Integer.toString(config.batch()));
        config.mostResource().ifPresent(most -> question.put("resource", Integer.toString(most)));
        question.put(
                "tries", config.tries().stream().map(p -> p.point().toString()).collect(Collectors.joining("; ")));
        if (!config.earlier().isEmpty()) {
            question.put("earlier", Digest.of(config.earlier()));
        }
        return question;
    }

    /** @throws IllegalStateException unless the event asks for the number that comes next */
    static void next(Event.Asked event, int number) {
        if (event.number() != number) {
            throw new IllegalStateException("Trial (" + event.number() + ") of the journal must be number " + number
                    + ". Maybe lines are missing.");
        }
    }

    /** Of the library that writes. */
    static String version() {
        return Objects.requireNonNullElse(Replay.class.getPackage().getImplementationVersion(), "development");
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> now) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String old = before.getOrDefault(name, "none");
            String fresh = now.getOrDefault(name, "none");
            if (!old.equals(fresh)) {
                differences.add(name + ": " + without(old, fresh) + " there, " + without(fresh, old) + " here");
            }
        }
        return differences;
    }

    /** The lines of a text that another does not have; all of it where both have the same lines in another order. */
    private static String without(String text, String other) {
        List<String> lines = text.lines().toList();
        List<String> others = other.lines().toList();
        List<String> own = lines.stream().filter(line -> !others.contains(line)).toList();
        boolean sameLines = own.isEmpty() && lines.containsAll(others);
        return sameLines ? text : own.isEmpty() ? "none" : String.join("\n", own);
    }
}
