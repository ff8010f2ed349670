/** How far scores can be trusted: what their errors and the choice of the best among many leave of a difference. */
@NullMarked
package dev.fettle.report.trust;

import org.jspecify.annotations.NullMarked;
