package io.deskhand.server.store;

import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.Job;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk job as it is stored, without its tickets.
 *
 * @param owner who started it, and whose rights it has
 * @param request the verb's fields
 * @param undoes the job that this one takes back; null for all but {@link Job.Kind#UNDO}
 */
public record StoredJob(
    UUID id,
    Job.Kind kind,
    Job.State state,
    UUID owner,
    BulkRequest request,
    @Nullable UUID undoes,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
