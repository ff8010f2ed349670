package dev.fettle.report.summary;

/**
 * The winner on rows that took no part in the search, scored once.
 *
 * @param rows how many, at least 1
 */
public record TestScore(int rows, double score) {}
