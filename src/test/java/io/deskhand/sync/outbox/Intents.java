package io.deskhand.sync.outbox;

import io.deskhand.model.Ids;
import io.deskhand.model.Me;
import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.cache.IntentBase;
import io.deskhand.sync.cache.StoredIntent;
import java.time.Instant;
import java.util.UUID;

/** Intents and tickets for the tests of the outbox. */
final class Intents {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final Me MAX =
      new Me(new UUID(5, 5), "Max", "max@demo.desk", Role.AGENT, new UUID(6, 6), 1);
  static final UUID INES = new UUID(7, 7);
  private static final Ids IDS = new Ids();

  private Intents() {}

  static Ticket ticket(Status status) {
    return new TicketBuilder(IDS.next(), "Cannot pay", NOW.minusSeconds(60))
        .status(status)
        .version(4)
        .messageCount(2)
        .build();
  }

  static StoredIntent stored(long number, Intent intent) {
    return new StoredIntent(
        IDS.next(), number, intent, IntentBase.NOTHING, State.QUEUED, null, 0, NOW, null);
  }

  static Intent.Say say(UUID ticketId) {
    return new Intent.Say(ticketId, IDS.next(), "Hello", false);
  }

  static Intent.Update update(UUID ticketId, String json) {
    return new Intent.Update(ticketId, TicketPatch.read(Json.parse(json)));
  }
}
