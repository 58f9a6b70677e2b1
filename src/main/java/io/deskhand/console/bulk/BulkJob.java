package io.deskhand.console.bulk;

import io.deskhand.protocol.Job;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as its card shows it.
 *
 * @param jobId null while the server has not taken it yet
 * @param failures at most as many as are worth reading, with the tickets' subjects
 * @param failed how many failed in all
 */
record BulkJob(
    UUID intentId,
    @Nullable UUID jobId,
    Job.Kind kind,
    int total,
    int done,
    boolean finished,
    boolean cancelled,
    boolean undoable,
    boolean retryable,
    int failed,
    List<Line> failures) {
  /** A ticket that the verb was refused for. */
  record Line(UUID ticketId, String subject, String message) {}

  /** 0 to 1; -1 while the server has not taken it. */
  double fraction() {
    return jobId == null ? -1 : total == 0 ? 1 : (double) done / total;
  }
}
