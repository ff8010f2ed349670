/** Tables and the bundled data sets as feature arrays with names. */
@NullMarked
package dev.fettle.data;

import org.jspecify.annotations.NullMarked;
