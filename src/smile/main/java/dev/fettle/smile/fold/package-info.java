/** Which rows train and which rows test. */
@NullMarked
package dev.fettle.smile.fold;

import org.jspecify.annotations.NullMarked;
