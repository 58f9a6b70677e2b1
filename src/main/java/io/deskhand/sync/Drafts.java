package io.deskhand.sync;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What the agent has typed and not sent. Belongs to the agent and the ticket; no remote change
 * clears it. Thread-safe.
 */
public interface Drafts {
  /** The ticket's draft; from memory, at once. */
  Optional<Draft> of(UUID ticketId);

  /**
   * Journals a draft as it is typed; an empty one is removed. Completes when it is on disk; a newer
   * one of the same ticket may overtake it.
   */
  CompletionStage<Void> save(Draft draft);

  /**
   * Tells of each message that was refused for good and has become its ticket's draft again, from
   * now on. Only where there is no draft, or as soon as there is none any more: nothing that was
   * typed since is overwritten.
   */
  Subscription onReturned(Consumer<Draft> listener);

  /** All of them, newest first. */
  Live<List<Draft>> all();

  /** Some text, where its caret stands, whether it is to be an internal note, and its files. */
  record Draft(
      UUID ticketId,
      String text,
      int caret,
      boolean internal,
      Instant savedAt,
      List<OutgoingFile> files) {
    public Draft {
      // What was written down before drafts could have files has none.
      files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
    }

    /** Without files. */
    public Draft(UUID ticketId, String text, int caret, boolean internal, Instant savedAt) {
      this(ticketId, text, caret, internal, savedAt, List.of());
    }

    /** Whether {@code other} is the same but for the time. */
    public boolean saysTheSameAs(Draft other) {
      return new Draft(ticketId, text, caret, internal, other.savedAt, files).equals(other);
    }

    /** Whether nothing would be lost without it. */
    public boolean isEmpty() {
      return text.isEmpty() && files.isEmpty();
    }
  }
}
