/** Studies in one text file, without any library. */
@NullMarked
package dev.fettle.store.file;

import org.jspecify.annotations.NullMarked;
