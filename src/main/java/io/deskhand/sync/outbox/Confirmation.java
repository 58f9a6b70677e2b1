package io.deskhand.sync.outbox;

import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the outbox needs to know of the confirmed copy. Of the engine's thread. */
public interface Confirmation {
  /** A ticket as the server has it; null if this session has none such. */
  @Nullable Ticket ticket(UUID id);

  /** An agent as the server has it. */
  @Nullable Agent agent(UUID id);

  /** Whether a message is in the copy on disk. */
  boolean hasMessage(UUID messageId);
}
