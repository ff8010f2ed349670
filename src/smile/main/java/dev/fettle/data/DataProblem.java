package dev.fettle.data;

import java.util.List;
import java.util.stream.Stream;

/** Data that cannot be used, with all reasons. Immutable, for any thread. */
public final class DataProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final List<String> ofTarget;
    private final List<String> ofData;

    /** Whole sentences about the choice of the target, and about all else; at least one. */
    public DataProblem(List<String> ofTarget, List<String> ofData) {
        super(String.join(
                "\n", Stream.concat(ofTarget.stream(), ofData.stream()).toList()));
        this.ofTarget = List.copyOf(ofTarget);
        this.ofData = List.copyOf(ofData);
    }

    /** What another target would mend. */
    public List<String> ofTarget() {
        return ofTarget;
    }

    /** What only other data would mend. */
    public List<String> ofData() {
        return ofData;
    }
}
