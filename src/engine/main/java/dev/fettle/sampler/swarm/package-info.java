/** Particle swarms: points that fly between the best they have seen and the best of the others. */
@NullMarked
package dev.fettle.sampler.swarm;

import org.jspecify.annotations.NullMarked;
