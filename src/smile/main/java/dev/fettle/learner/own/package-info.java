/** Models of one's own: anything that is trained from a point, rows and a target. */
@NullMarked
package dev.fettle.learner.own;

import org.jspecify.annotations.NullMarked;
