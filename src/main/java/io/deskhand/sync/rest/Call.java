package io.deskhand.sync.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A write.
 *
 * @param method POST, PUT, PATCH or DELETE
 * @param path one of {@code Routes}
 * @param body what is written as JSON
 * @param key its Idempotency-Key: a repeat does no harm
 * @param ifMatch the version that the ticket must have; null for any
 */
public record Call(
    String method, String path, Object body, @Nullable UUID key, @Nullable Long ifMatch) {}
