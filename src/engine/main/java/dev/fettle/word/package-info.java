/** How names and values are spelt, and which name may have been meant. */
@NullMarked
package dev.fettle.word;

import org.jspecify.annotations.NullMarked;
