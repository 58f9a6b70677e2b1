package io.deskhand.protocol;

import java.time.Instant;
import java.util.UUID;

/** The data of {@code ready} and {@code heartbeat}. */
public record SyncPoint(long head, UUID epoch, int schema, long scopeVersion, Instant time) {}
