/** Descent along the gradient, exact or by differences. */
@NullMarked
package dev.fettle.sampler.gradient;

import org.jspecify.annotations.NullMarked;
