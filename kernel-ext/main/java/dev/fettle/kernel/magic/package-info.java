/** Reads a cell, runs the study, shows the result. */
@NullMarked
package dev.fettle.kernel.magic;

import org.jspecify.annotations.NullMarked;
