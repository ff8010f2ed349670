package dev.fettle.report.view;

import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.word.Maybe;
import java.util.List;

/** What a name given by a user stands for. Stateless, for any thread. */
public final class Known {
    private static final int FEW = 20;

    private Known() {}

    /**
     * A scalar parameter, or an element of an array, {@code w[0]}.
     *
     * @throws IllegalArgumentException if there is none of that name; with the first 20 names there are, and the nearest one
     */
    public static Scalar scalar(SearchSpace space, String name) {
        List<String> names = space.scalars().stream().map(Scalar::name).toList();
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "Parameter (" + name + ") must be one of " + listed(names) + "." + Maybe.sentence(name, names));
        }
        return space.scalars().get(at);
    }

    private static String listed(List<String> names) {
        String all = String.join(", ", names.subList(0, Math.min(FEW, names.size())));
        return names.size() > FEW ? all + ", … " + names.get(names.size() - 1) : all;
    }
}
