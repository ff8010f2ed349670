/** Who is there, and whose turn it is, as files that are locked. */
@NullMarked
package dev.fettle.store.lock;

import org.jspecify.annotations.NullMarked;
