package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.Authenticate;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MarkRead;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.TicketRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes frames: sound ones, and those spoiled somewhere. */
final class FrameShots {
  private static final List<String> EVENTS =
      List.of(
          Events.AUTHENTICATE,
          Events.SUBSCRIBE_TICKETS,
          Events.JOIN_TICKET_ROOM,
          Events.LEAVE_TICKET_ROOM,
          Events.SEND_MESSAGE,
          Events.TYPING_START,
          Events.TYPING_STOP,
          Events.MARK_READ);

  /** What a server says, which a client may not. */
  private static final List<String> OTHERS =
      List.of(Events.READY, Events.NEW_TICKET, Events.HEARTBEAT, Events.ACK, "", "nonsense");

  private final Dice dice;
  private final Pools pools;
  private final Mangling mangling;
  private final Person person;

  FrameShots(Pools pools, Dice dice, Person person) {
    this.dice = dice;
    this.pools = pools;
    this.mangling = new Mangling(dice);
    this.person = person;
  }

  /** The text of a frame; mostly UTF-8. */
  byte[] next() {
    String event = dice.pick(EVENTS);
    ObjectNode frame = Json.object().put("event", dice.oneIn(20) ? dice.pick(OTHERS) : event);
    if (!dice.oneIn(4)) {
      frame.put("ref", dice.oneIn(3) ? new UUID(dice.number(), dice.number()).toString() : "r");
    }
    frame.set("data", data(event));
    if (dice.oneIn(100)) {
      frame.put("more", "x".repeat(Limits.CLIENT_FRAME_BYTES));
    }
    return mangling.bytes(frame);
  }

  private JsonNode data(String event) {
    UUID ticket = UUID.fromString(pools.id("tickets", dice));
    UUID other = new UUID(dice.number(), dice.number());
    Object data =
        switch (event) {
          case Events.AUTHENTICATE -> new Authenticate(dice.oneIn(3) ? person.token() : "x");
          case Events.SUBSCRIBE_TICKETS -> Map.of("since", dice.below(40));
          case Events.SEND_MESSAGE ->
              new SendMessage(other, ticket, "Said on a socket", dice.oneIn(2), List.of());
          case Events.MARK_READ -> new MarkRead(ticket, dice.oneIn(2) ? other : null);
          default -> new TicketRef(ticket);
        };
    return Json.tree(data);
  }
}
