package io.deskhand.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What customers think of their tickets.
 *
 * @param mean 1 to 5; null without ratings
 * @param byScore how many gave each score; scores that nobody gave are left out
 */
public record Ratings(long count, @Nullable Double mean, Map<Integer, Long> byScore) {}
