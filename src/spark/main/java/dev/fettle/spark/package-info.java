/** Trials on Apache Spark: one job for each. */
@NullMarked
package dev.fettle.spark;

import org.jspecify.annotations.NullMarked;
