/** What a store must survive: killed processes, crowds of writers, a power cut. */
@NullMarked
package dev.fettle.bench.fault;

import org.jspecify.annotations.NullMarked;
