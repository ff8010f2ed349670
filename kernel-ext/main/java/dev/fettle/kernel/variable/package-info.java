/** What a notebook variable holds after a search, and the studies of a session. */
@NullMarked
package dev.fettle.kernel.variable;

import org.jspecify.annotations.NullMarked;
