/** Learners by name, and cross-validation: a point becomes a score. */
@NullMarked
package dev.fettle.smile;

import org.jspecify.annotations.NullMarked;
