package io.deskhand.sim;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.engine.BareConsole;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What must hold for one console at every moment. */
final class Watch {
  private final SimServer server;
  private final Agent who;
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Set<UUID> buried = new HashSet<>();
  private UUID epoch;
  private long cursor;

  Watch(SimServer server, Agent who) {
    this.server = server;
    this.who = who;
  }

  /** Looks at a console that runs; {@code deleted} are the tickets that are no more. */
  void look(SimConsole console, Set<UUID> deleted) {
    if (console.desk() == null || !server.isUp() || SimDisk.isFull(console.path())) {
      return;
    }
    Position position = BareConsole.position(console.desk()).orElse(null);
    if (position == null || !position.epoch().equals(server.ledger().epoch())) {
      return;
    }
    if (!position.epoch().equals(epoch)) {
      epoch = position.epoch();
      cursor = 0;
      versions.clear();
      buried.clear();
    }
    if (position.cursor() < cursor) {
      throw violation("the cursor goes back from " + cursor + " to " + position.cursor());
    }
    cursor = position.cursor();
    Set<UUID> there = new HashSet<>();
    for (TicketRow row : console.queue().rows(0, Integer.MAX_VALUE)) {
      Ticket ticket = row.ticket();
      there.add(ticket.id());
      Long before = versions.put(ticket.id(), ticket.version());
      if (before != null && ticket.version() < before && !row.pending()) {
        throw violation(
            ticket.ticketNumber() + " goes back from " + before + " to " + ticket.version());
      }
      if (buried.contains(ticket.id())) {
        throw violation("the deleted " + ticket.ticketNumber() + " is back");
      }
    }
    if (console.queue().revision().get() > 0) {
      deleted.stream()
          .filter(id -> versions.containsKey(id) && !there.contains(id))
          .forEach(buried::add);
    }
  }

  /**
   * Checks that nothing of {@code sent} is of a ticket that its receiver may not see.
   *
   * @param waited whether it may have waited in a queue: then it was theirs when it got there
   */
  void overhear(String sent, boolean waited) {
    if (!sent.contains("\"put\"") || !server.isUp()) {
      return;
    }
    JsonNode tree = Json.parse(sent.getBytes(StandardCharsets.UTF_8));
    JsonNode data = tree.has("event") ? tree.path("data") : tree;
    for (String list : new String[] {"changes", "rows"}) {
      for (JsonNode change : data.path(list)) {
        if (change.path("op").asText().equals("put")) {
          check(change, waited);
        }
      }
    }
  }

  private void check(JsonNode change, boolean waited) {
    String entity = change.path("entity").asText();
    JsonNode row = change.path("data");
    for (JsonNode file : row.path("attachments")) {
      if (!server.has(UUID.fromString(file.path("id").asText()))) {
        throw violation("is sent a message whose file the server has not: " + row);
      }
    }
    if (waited) {
      if (entity.equals("ticket")
          && !Oracle.mightSee(server.ledger(), who, Json.convert(row, Ticket.class))) {
        throw violation("is sent " + row + ", which they may not see");
      }
      return;
    }
    String id =
        switch (entity) {
          case "ticket" -> change.path("id").asText();
          case "message", "history" -> row.path("ticketId").asText();
          default -> "";
        };
    if (!id.isEmpty() && !Oracle.sees(server.ledger(), who.id(), UUID.fromString(id))) {
      throw violation("is sent a " + entity + " of " + id + ", which they may not see");
    }
  }

  private Violation violation(String what) {
    return new Violation(who.name() + ": " + what);
  }
}
