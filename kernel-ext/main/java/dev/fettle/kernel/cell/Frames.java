package dev.fettle.kernel.cell;

/** What is shown while a study runs. */
public enum Frames {
    /** Words and a small picture. */
    HTML,
    /** Words alone. */
    TEXT,
    /** Nothing. */
    OFF
}
