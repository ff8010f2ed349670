package dev.fettle.sampler;

/**
 * How wide a finished generation was spread, for reports. Immutable, for any thread.
 *
 * <pre>{@code
 * List<Spread> spreads(StudyConfig config, History history) {
 *     return config.spreads(history);
 * }
 * }</pre>
 *
 * @param restart 0 before the first restart
 * @param generation from 1, and again from 1 after each restart
 * @param trials how many trials, anybody's, had been told when it ended
 * @param sigma the step size that it was drawn with, positive: first the deviation of each parameter as a share of its range
 *     in its scale; later the covariance has learnt its part in that.
 *     Of a population the deviation of its places in the unit cube, at least 0
 * @param axisRatio √(largest/smallest eigenvalue of its covariance), at least 1
 * @param best the least loss of its completed trials; NaN if there are none
 */
public record Spread(int restart, int generation, int trials, double sigma, double axisRatio, double best) {}
