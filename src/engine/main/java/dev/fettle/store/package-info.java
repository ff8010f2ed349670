/** Where studies are kept, as lines of text. */
@NullMarked
package dev.fettle.store;

import org.jspecify.annotations.NullMarked;
