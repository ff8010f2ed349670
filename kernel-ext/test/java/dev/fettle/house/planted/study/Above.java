package dev.fettle.house.planted.study;

/** Stands for a study. */
public final class Above {}
