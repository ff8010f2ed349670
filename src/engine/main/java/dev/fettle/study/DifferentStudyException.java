package dev.fettle.study;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A journal holds a study that asks something else, or is about something else. */
public final class DifferentStudyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> question;
    private final transient List<String> grounds;

    DifferentStudyException(String name, List<String> question, List<String> grounds) {
        super("Study " + name + " must ask what its journal asks. It differs in "
                + Stream.concat(question.stream(), grounds.stream()).collect(Collectors.joining("; ")) + ".");
        this.question = List.copyOf(question);
        this.grounds = List.copyOf(grounds);
    }

    /** Differences in what is searched, and how: {@code seed: 1 there, 2 here}. Such a study cannot go on. */
    public List<String> question() {
        return question;
    }

    /** Differences in data, objective and version: such a study can go on, if somebody wants that. */
    public List<String> grounds() {
        return grounds;
    }

    /** All of them, those of the question first. */
    public List<String> differences() {
        return Stream.concat(question.stream(), grounds.stream()).toList();
    }

    /** The same, each on lines of its own that are indented, behind a line break. */
    public String listed() {
        return differences().stream()
                .map(difference -> "\n  " + difference.replace("\n", "\n  "))
                .collect(Collectors.joining());
    }
}
