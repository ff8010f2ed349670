package dev.fettle.cart;

/**
 * How far a tree may grow.
 *
 * @param depth how many splits lie at most between root and leaf, at least 1
 * @param leaves at least 2
 * @param split how many rows a node must have to be split, at least 2
 * @param leaf how many rows a leaf must have, at least 1
 * @param features how many features are looked at for a split, at least 1; more if all of these are constant
 */
public record Limits(int depth, int leaves, int split, int leaf, int features) {}
