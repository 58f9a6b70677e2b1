package io.deskhand.sync.cache;

import org.jspecify.annotations.Nullable;

/**
 * How far a snapshot has come, so that it can go on after a crash.
 *
 * @param target the position that the copy has once it is through
 * @param next the cursor of the next page; null before the first one
 * @param generation marks the rows that it has brought; older ones are purged at its end
 * @param total tickets that the server has for this session
 */
public record SnapshotProgress(
    Position target, @Nullable String next, int generation, long total) {}
