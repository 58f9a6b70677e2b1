package io.deskhand.sync.cache;

import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the tests of the cache write into it. */
final class CacheFixtures {
  static final String OWNER = "http://desk|ada";
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final Clock CLOCK = Clock.systemUTC();
  static final Vault KEYCHAIN = new KnownKey();
  private static final Ids IDS = new Ids();

  private CacheFixtures() {}

  static Ticket ticket(String subject) {
    return new TicketBuilder(IDS.next(), subject, NOW).description("It says no").build();
  }

  static Change put(long seq, Ticket ticket) {
    return new Change(
        seq, EntityType.TICKET, ticket.id().toString(), Change.Op.PUT, Json.tree(ticket));
  }

  static Change put(long seq, Message message) {
    return new Change(
        seq, EntityType.MESSAGE, message.id().toString(), Change.Op.PUT, Json.tree(message));
  }

  static Change remove(long seq, UUID ticketId) {
    return new Change(seq, EntityType.TICKET, ticketId.toString(), Change.Op.REMOVE, null);
  }

  static Message message(UUID ticketId, String body) {
    return new Message(
        IDS.next(),
        ticketId,
        null,
        "Cora",
        SenderType.CUSTOMER,
        body,
        false,
        List.of(),
        null,
        null,
        NOW);
  }

  static StoredIntent say(long number, String body) {
    return new StoredIntent(
        IDS.next(),
        number,
        new Intent.Say(IDS.next(), IDS.next(), body, false),
        IntentBase.NOTHING,
        State.QUEUED,
        null,
        0,
        NOW,
        null);
  }

  static List<Ticket> tickets(ConfirmedStore store) {
    return store.tickets().before(null, Integer.MAX_VALUE);
  }
}
