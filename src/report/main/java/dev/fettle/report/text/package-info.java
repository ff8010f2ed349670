/** How numbers, times and counts are worded. */
@NullMarked
package dev.fettle.report.text;

import org.jspecify.annotations.NullMarked;
