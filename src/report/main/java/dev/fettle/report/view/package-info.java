/** The numbers behind every picture, and the table of a picture, as records. */
@NullMarked
package dev.fettle.report.view;

import org.jspecify.annotations.NullMarked;
