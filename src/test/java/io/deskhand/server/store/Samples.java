package io.deskhand.server.store;

import io.deskhand.model.Agent;
import io.deskhand.model.AgentStatus;
import io.deskhand.model.Department;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Role;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rows to test the store with. */
final class Samples {
  static final Instant THEN = Instant.parse("2026-11-20T09:00:00.123Z");

  private Samples() {}

  static UUID id(int n) {
    return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }

  static Department department(int n) {
    return new Department(id(n), "Department " + n, null, 1, 0, 1);
  }

  static Agent agent(int n, UUID department) {
    return new Agent(
        id(n),
        "Agent " + n,
        "agent" + n + "@desk.example",
        null,
        department,
        1,
        Role.AGENT,
        AgentStatus.AVAILABLE,
        10,
        0,
        List.of("billing"),
        1);
  }

  static Ticket ticket(int n) {
    return new TicketBuilder(id(n), "Ticket " + n, THEN.plusSeconds(n))
        .ticketNumber(String.format(Locale.ROOT, "TKT-2026-%06d", n))
        .tags(List.of("b", "a"))
        .build();
  }

  static Message message(int n, Ticket ticket) {
    return new Message(
        id(n),
        ticket.id(),
        null,
        "Cora",
        SenderType.CUSTOMER,
        "Message " + n,
        false,
        List.of(),
        null,
        null,
        THEN.plusSeconds(n));
  }

  static HistoryEntry entry(int n, Ticket ticket) {
    return new HistoryEntry(
        id(n),
        ticket.id(),
        HistoryAction.TICKET_CREATED,
        null,
        "Cora",
        null,
        List.of(),
        THEN.plusSeconds(n));
  }
}
