package dev.fettle.report.ink;

/** How a picture is stored: SVG is small and sharp, PNG is shown by GitHub too. */
public enum Format {
    SVG,
    PNG
}
