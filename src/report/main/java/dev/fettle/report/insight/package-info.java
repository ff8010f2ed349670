/** What can be concluded from a history: what matters, what does not, how sure that is. */
@NullMarked
package dev.fettle.report.insight;

import org.jspecify.annotations.NullMarked;
