package dev.fettle.report.view;

import dev.fettle.space.Maybe;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;

/** What a name given by a user stands for. */
final class Known {
    private Known() {}

    /** @throws IllegalArgumentException with the names there are */
    static Parameter parameter(SearchSpace space, String name) {
        return space.parameter(name)
                .orElseThrow(() -> new IllegalArgumentException("Parameter (" + name + ") must be one of "
                        + String.join(", ", space.names()) + "." + Maybe.sentence(name, space.names())));
    }
}
