package dev.fettle.house.planted.space;

import dev.fettle.house.planted.study.Above;

/** Breaks the rules on purpose: a space must not know a study. */
public final class Upward {
    public final Above above = new Above();
}
