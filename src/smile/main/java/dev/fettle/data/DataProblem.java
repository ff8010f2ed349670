package dev.fettle.data;

import java.util.List;
import java.util.stream.Collectors;

/** Data that cannot be used, with all reasons. Immutable, for any thread. */
public final class DataProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final List<Reason> reasons;

    /** What another choice of would mend it. */
    public enum Part {
        /** The column to predict. */
        TARGET,
        /** The columns that are left out. */
        WITHOUT,
        /** The column of weights. */
        WEIGHTS,
        /** The class that counts as positive. */
        POSITIVE,
        /** The data themselves. */
        DATA
    }

    /**
     * One reason.
     *
     * @param sentence whole, maybe with advice behind it
     */
    public record Reason(Part part, String sentence) implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    /** At least one reason. */
    public DataProblem(List<Reason> reasons) {
        super(reasons.stream().map(Reason::sentence).collect(Collectors.joining("\n")));
        this.reasons = List.copyOf(reasons);
    }

    static DataProblem of(Part part, String sentence) {
        return new DataProblem(List.of(new Reason(part, sentence)));
    }

    /** All of them, in the order in which they are told. */
    public List<Reason> reasons() {
        return reasons;
    }
}
