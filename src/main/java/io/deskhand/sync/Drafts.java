package io.deskhand.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * What the agent has typed and not sent. Belongs to the agent and the ticket; no remote change
 * clears it. Thread-safe.
 */
public interface Drafts {
  /** The ticket's draft; from memory, at once. */
  Optional<Draft> of(UUID ticketId);

  /**
   * Journals a draft as it is typed; an empty text removes it. Completes when it is on disk; a
   * newer one of the same ticket may overtake it.
   */
  CompletionStage<Void> save(Draft draft);

  /** All of them, newest first. */
  Live<List<Draft>> all();

  /** Some text, where its caret stands, and whether it is to be an internal note. */
  record Draft(UUID ticketId, String text, int caret, boolean internal, Instant savedAt) {}
}
