package io.deskhand.sync.outbox;

import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.cache.IntentBase;
import io.deskhand.sync.cache.StoredIntent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which replies were written before something that their writer has not seen. Only one that had to
 * wait counts: whoever is online sees what comes, and is not asked again. Of the engine's thread.
 */
final class Unseen {
  private final Outbox outbox;
  private final Confirmation confirmed;
  private final Set<UUID> waited = new HashSet<>();

  Unseen(Outbox outbox, Confirmation confirmed) {
    this.outbox = outbox;
    this.confirmed = confirmed;
  }

  /** An intent could not be sent in the moment it was accepted. */
  void waits(UUID id) {
    waited.add(id);
  }

  /** The same for all that are there. */
  void allWait() {
    waited.clear();
    outbox.all().forEach(intent -> waited.add(intent.id()));
  }

  /** It has been sent, or looked at. */
  void settled(UUID id) {
    waited.remove(id);
  }

  /** Whether others have written since the agent saw the thread that this reply is for. */
  boolean movedOn(StoredIntent intent) {
    if (!(intent.intent() instanceof Intent.Say say)
        || say.internal()
        || !waited.contains(intent.id())) {
      return false;
    }
    Ticket ticket = confirmed.ticket(say.ticketId());
    return ticket != null
        && intent.base().version() > 0
        && ticket.messageCount() > intent.base().messages();
  }

  /** What an intent is based on once the agent has seen the thread as it is now. */
  IntentBase seen(StoredIntent intent) {
    UUID ticketId = intent.intent().ticketId();
    Ticket ticket = ticketId == null ? null : confirmed.ticket(ticketId);
    return ticket == null ? intent.base() : intent.base().withMessages(ticket.messageCount());
  }
}
