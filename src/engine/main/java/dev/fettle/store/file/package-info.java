/** Studies in one file without any library, and files that show who is there. */
@NullMarked
package dev.fettle.store.file;

import org.jspecify.annotations.NullMarked;
