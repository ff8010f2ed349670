/** What a search that listens knows, and the frame that the ones that model it share. */
@NullMarked
package dev.fettle.sampler.evidence;

import org.jspecify.annotations.NullMarked;
