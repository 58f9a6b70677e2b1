package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import io.deskhand.protocol.Job;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk jobs, and how far each of their tickets is. */
public interface JobReads {
  Optional<StoredJob> find(UUID id);

  /** Those that are queued or running, oldest first. */
  List<StoredJob> unfinished();

  /** The job that takes {@code id} back. */
  Optional<StoredJob> undoOf(UUID id);

  Progress progress(UUID id);

  /** The next {@code limit} tickets that are not done, in order. */
  List<Item> waiting(UUID id, int limit);

  /** Whether a ticket of a running job is not done yet. */
  boolean isDue(UUID id, int item);

  /** The tickets that the job has changed, in order. */
  List<UUID> changed(UUID id);

  /** What the job has done to a ticket; empty if nothing. */
  Optional<Undoable> change(UUID id, UUID ticketId);

  /** How far a job is; failed ones are among those that are done. */
  record Progress(int total, int done, int changed, List<Job.Failure> failed) {}

  /** A ticket of a job; {@code item} is its place in it, from 0. */
  record Item(int item, UUID ticketId) {}

  /** A ticket as it was before a job changed it, and its version right after. */
  record Undoable(Ticket before, long afterVersion) {}

  /**
   * What became of a ticket.
   *
   * @param failure why the verb was refused; null if it was not
   * @param before the ticket before the change; null if there was none
   * @param afterVersion the ticket's version after the change; without meaning if there was none
   */
  record Outcome(Job.@Nullable Failure failure, @Nullable Ticket before, long afterVersion) {}
}
