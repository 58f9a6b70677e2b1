package io.deskhand.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, over the tickets where it happened, in seconds. Median and p90 are by
 * nearest rank, so that each is the time of a ticket that there was: of n times in ascending order
 * the one at place ⌈p·n⌉ (Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50, 1996, definition 1).
 *
 * @param count of those tickets; without any there are no figures
 */
public record Spread(
    long count,
    @Nullable Double meanSeconds,
    @Nullable Double medianSeconds,
    @Nullable Double p90Seconds) {}
