package dev.fettle.data;

import java.util.List;

/** Data that cannot be used, with all reasons. */
public final class DataProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /** One whole sentence a problem, at least one. */
    public DataProblem(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Whole sentences. */
    public List<String> problems() {
        return problems;
    }
}
