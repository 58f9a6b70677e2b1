package io.deskhand.server.store;

import io.deskhand.protocol.Job;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk jobs, to start and to bring forward. */
public interface JobWrites extends JobReads {
  void insert(StoredJob job, List<UUID> ticketIds);

  /** Stores what became of one of its tickets, in the transaction that did it. */
  void done(UUID id, int item, Outcome outcome);

  void state(UUID id, Job.State state, @Nullable Instant finishedAt);
}
