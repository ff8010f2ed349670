/** Kinds of models by name, and how they are trained. */
@NullMarked
package dev.fettle.learner;

import org.jspecify.annotations.NullMarked;
