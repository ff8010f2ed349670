package dev.fettle.trial;

import dev.fettle.space.Point;
import java.io.Serializable;

/**
 * What a sampler asks for.
 *
 * @param origin where the point comes from, in a word or two: "grid", "default", "model", "generation 12"; shown, never
 *     read back
 */
public record Proposal(Point point, String origin) implements Serializable {}
