/** What the methods share that try a generation of points, look at all of them, and make the next. */
@NullMarked
package dev.fettle.sampler.population;

import org.jspecify.annotations.NullMarked;
