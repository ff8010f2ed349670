/** Tables and the bundled data sets as typed columns with a target. */
@NullMarked
package dev.fettle.data;

import org.jspecify.annotations.NullMarked;
