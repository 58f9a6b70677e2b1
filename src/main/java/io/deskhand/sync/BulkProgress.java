package io.deskhand.sync;

import io.deskhand.protocol.Job;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk job of this desk.
 *
 * @param intentId the intent that started it
 * @param total tickets that it is for
 * @param job null while the server has not taken it yet
 */
public record BulkProgress(UUID intentId, Job.Kind kind, int total, @Nullable Job job) {}
