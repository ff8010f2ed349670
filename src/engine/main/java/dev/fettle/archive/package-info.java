/** Studies as they were left behind: read from where they are kept, without their objective, and without a trace. */
@NullMarked
package dev.fettle.archive;

import org.jspecify.annotations.NullMarked;
