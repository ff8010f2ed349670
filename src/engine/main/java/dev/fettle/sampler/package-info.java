/** Proposes the next points. The state of a search is a value: (state, count) gives proposals and the next state. */
@NullMarked
package dev.fettle.sampler;

import org.jspecify.annotations.NullMarked;
