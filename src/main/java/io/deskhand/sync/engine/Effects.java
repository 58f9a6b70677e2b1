package io.deskhand.sync.engine;

import io.deskhand.sync.cache.Batch;
import java.util.Set;
import java.util.UUID;

/**
 * What a step of the stream has changed in the confirmed copy.
 *
 * @param tickets put or removed
 * @param rows everything that was applied
 */
record Effects(Set<UUID> tickets, Batch rows) {}
