package dev.fettle.kernel.option;

/** What options are about, in the order of the help page. */
public enum Group {
    /** When a run ends; these can be changed when a study goes on. */
    LIMITS("The end of the run"),
    /** How the points are chosen. */
    SEARCH("Search"),
    /** The model and its data: they mean nothing where Java is. */
    MODEL("Model and data"),
    /** What Java of the notebook is tuned. */
    JAVA("Java instead of a model"),
    /** How trials run, and what failures mean. */
    RUN("Run"),
    /** What is shown. */
    DISPLAY("Display");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    /** As a heading. */
    public String title() {
        return title;
    }

    /** Whether its options say what is tuned, which {@code --like} takes over. */
    boolean isOfSubject() {
        return this == MODEL || this == JAVA;
    }
}
