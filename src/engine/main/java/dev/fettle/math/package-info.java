/** The few numerics that are needed hot: arrays in, arrays out, nothing known of trials. */
@NullMarked
package dev.fettle.math;

import org.jspecify.annotations.NullMarked;
