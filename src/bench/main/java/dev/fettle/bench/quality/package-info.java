/** Sample efficiency: our samplers on the problems, beside the recorded curves of the peers. */
@NullMarked
package dev.fettle.bench.quality;

import org.jspecify.annotations.NullMarked;
