package dev.fettle.report.ink;

/** How a picture is stored. */
public enum Format {
    /** Small, and sharp at any size; words stay words. */
    SVG,
    /** Shown by GitHub too. */
    PNG
}
