package dev.fettle.report.summary;

/**
 * The winner on rows that took no part in the search, scored once. Immutable, for any thread.
 *
 * @param rows how many, at least 1
 * @param score by the first goal
 */
public record TestScore(int rows, double score) {}
