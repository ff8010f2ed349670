/**
 * The cell language for spaces: text becomes a {@link dev.fettle.space.SearchSpace}, or all mistakes at once, each with its
 * place and what may have been meant.
 */
@NullMarked
package dev.fettle.space.text;

import org.jspecify.annotations.NullMarked;
