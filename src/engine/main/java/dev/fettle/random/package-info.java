/** Derives seeds from seeds: every random stream is named by a key, never by a thread or by call order. */
@NullMarked
package dev.fettle.random;

import org.jspecify.annotations.NullMarked;
