/** How numbers, times and counts are worded, and what stands where a part of a report failed. */
@NullMarked
package dev.fettle.report.text;

import org.jspecify.annotations.NullMarked;
