package io.deskhand.server.index;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets statistics are about.
 *
 * @param from the first moment of their creation; null: without end
 * @param to the first moment that is not meant any more; null: without end
 * @param departmentId theirs; null for any
 * @param agentId who has them: by escalation, else by assignment; null for anybody
 */
public record FactRange(
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID departmentId,
    @Nullable UUID agentId) {}
