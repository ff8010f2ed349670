package dev.fettle.learner.xgboost;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serializable;

/**
 * Trees on their way to a file or another machine. Who has no library there is told so.
 *
 * @param trees in the library's own format
 */
record Stored(Objective objective, byte[] trees) implements Serializable {
    private static final long serialVersionUID = 1;

    private Object readResolve() throws IOException {
        if (!Library.isThere()) {
            throw new InvalidObjectException(
                    "Model (xgboost) must have " + Library.COORDINATES + " on the class path.");
        }
        return Boosted.of(this);
    }
}
