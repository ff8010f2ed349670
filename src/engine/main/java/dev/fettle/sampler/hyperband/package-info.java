/**
 * Many points get a little of the resource and the best of them more: successive halving, Hyperband, ASHA. The points
 * themselves are drawn by another sampler.
 */
@NullMarked
package dev.fettle.sampler.hyperband;

import org.jspecify.annotations.NullMarked;
