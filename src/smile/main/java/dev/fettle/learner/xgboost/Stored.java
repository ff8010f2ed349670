package dev.fettle.learner.xgboost;

import dev.fettle.learner.Learner;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Optional;

/**
 * Trees on their way to a file or another machine. Who has no library there is told so.
 *
 * @param trees in the library's own format
 */
record Stored(Objective objective, byte[] trees) implements Serializable {
    private static final long serialVersionUID = 1;

    private Object readResolve() throws IOException {
        Optional<Learner.Need> missing = Library.missing();
        if (missing.isPresent()) {
            throw new InvalidObjectException(Library.problem(missing.get()));
        }
        return Boosted.of(this);
    }
}
