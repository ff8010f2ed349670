/** The numbers behind every table and picture, as records. */
@NullMarked
package dev.fettle.report.view;

import org.jspecify.annotations.NullMarked;
