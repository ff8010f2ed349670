package dev.fettle.kernel.magic;

import dev.fettle.kernel.option.Argument;
import dev.fettle.kernel.option.Group;
import dev.fettle.kernel.option.Option;

/** An option that stands for those that come. */
final class ToyOption {
    static final Option<Integer> STEPS = Option.of(
                    Group.SEARCH, "steps-of-toys", Argument.count("S", 1), 2, "steps of the toy along the diagonal")
            .withLetter('x')
            .asSettable();

    private ToyOption() {}
}
