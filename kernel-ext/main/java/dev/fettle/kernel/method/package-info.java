/** The search methods that have a cell magic, a file each. */
@NullMarked
package dev.fettle.kernel.method;

import org.jspecify.annotations.NullMarked;
