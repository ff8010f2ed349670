package dev.fettle.kernel.option;

import java.util.List;
import java.util.Optional;

/** The options that say where a study is kept, and what becomes of one that is there. */
public final class JournalOptions {
    /** The word for no journal. */
    public static final String NONE = "none";

    public static final Option<Optional<String>> JOURNAL = Option.optional(
                    Group.RUN,
                    "journal",
                    Argument.text("FILE|URL"),
                    "keeps the study in a file.db or in PostgreSQL, where the same cell goes on; none: nowhere")
            .withShown(method -> ".fettle/NAME.db")
            .asSettable();

    public static final Option<Boolean> RESTART =
            Option.flag(Group.RUN, "restart", "begins anew in the journal; what is there is kept under another name");

    public static final Option<Boolean> CONTINUE_ANYWAY = Option.flag(
            Group.RUN, "continue-anyway", "goes on in the journal although data, objective or version have changed");

    /** In the order of the help page. */
    public static final List<Option<?>> ALL = List.of(JOURNAL, RESTART, CONTINUE_ANYWAY);

    private JournalOptions() {}
}
