/** Models of weighted sums and of normal densities. */
@NullMarked
package dev.fettle.learner.linear;

import org.jspecify.annotations.NullMarked;
