/** What a model of the scores believes of points that were not tried. */
@NullMarked
package dev.fettle.report.view.belief;

import org.jspecify.annotations.NullMarked;
