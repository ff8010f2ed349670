/** Several learners in one study: which of them trains is a parameter like any other. */
@NullMarked
package dev.fettle.learner.joint;

import org.jspecify.annotations.NullMarked;
