/** Where numbers stand on an axis, and which of them are written at it. */
@NullMarked
package dev.fettle.report.axis;

import org.jspecify.annotations.NullMarked;
