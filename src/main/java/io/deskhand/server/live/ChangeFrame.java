package io.deskhand.server.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.LiveChange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frame with a {@link LiveChange}, encoded but for its prev.
 *
 * @param rest the data from seq on, and its closing brace
 * @param gap the prev that makes every receiver pull; null for a frame that carries its rows
 */
record ChangeFrame(String event, String rest, @Nullable Long gap) {
  private static final int ENVELOPE_BYTES = 200;
  private static final int MOST_BYTES_PER_CHAR = 3;

  /**
   * Encodes what one session sees of a commit. Where that is more than a client takes in one frame,
   * the frame only says that there is something to pull.
   *
   * @param commitEvent what the whole commit is named for
   * @param seq the last of the whole commit, so that a cursor never stands in the middle of one
   * @param changes not empty
   * @param ticketId the commit's ticket, if the session sees anything of it
   */
  static ChangeFrame of(
      String commitEvent, long seq, List<Change> changes, @Nullable UUID ticketId) {
    String event = visibleEvent(commitEvent, changes);
    LiveChange whole =
        new LiveChange(
            0,
            seq,
            changes,
            ticketId,
            first(changes, EntityType.TICKET, Ticket.class),
            first(changes, EntityType.MESSAGE, Message.class),
            event.equals(Events.AGENT_STATUS_CHANGED)
                ? first(changes, EntityType.AGENT, Agent.class)
                : null);
    String rest = rest(whole);
    if (!fits(rest)) {
      rest = rest(new LiveChange(0, seq, changes, ticketId, null, null, null));
    }
    return fits(rest)
        ? new ChangeFrame(event, rest, null)
        : new ChangeFrame(
            event, rest(new LiveChange(0, seq, List.of(), ticketId, null, null, null)), seq);
  }

  /** The whole frame, for a session that was last sent {@code prev}. */
  String text(long prev) {
    return "{\"event\":\""
        + event
        + "\",\"data\":{\"prev\":"
        + (gap == null ? prev : gap)
        + ","
        + rest
        + "}";
  }

  /** A session may see less of a commit than what the commit is named for. */
  private static String visibleEvent(String event, List<Change> changes) {
    if (has(changes, EntityType.TICKET, Change.Op.REMOVE)) {
      return Events.TICKET_REMOVED;
    }
    String ticketEvent =
        has(changes, EntityType.TICKET, Change.Op.PUT)
            ? Events.TICKET_UPDATED
            : Events.DESK_CHANGED;
    return switch (event) {
      case Events.NEW_MESSAGE, Events.MESSAGE_READ ->
          has(changes, EntityType.MESSAGE, Change.Op.PUT) ? event : ticketEvent;
      case Events.NEW_TICKET, Events.TICKET_ASSIGNED, Events.TICKET_ESCALATED ->
          ticketEvent.equals(Events.TICKET_UPDATED) ? event : ticketEvent;
      case Events.TICKET_UPDATED, Events.TICKET_REMOVED -> ticketEvent;
      default -> event;
    };
  }

  private static boolean has(List<Change> changes, EntityType entity, Change.Op op) {
    return changes.stream().anyMatch(change -> change.entity() == entity && change.op() == op);
  }

  private static <T> @Nullable T first(List<Change> changes, EntityType entity, Class<T> type) {
    for (Change change : changes) {
      if (change.entity() == entity && change.data() != null) {
        return Json.convert(change.data(), type);
      }
    }
    return null;
  }

  private static String rest(LiveChange change) {
    ObjectNode tree = (ObjectNode) Json.tree(change);
    tree.remove("prev");
    return Json.text(tree).substring(1);
  }

  private static boolean fits(String rest) {
    int most = Limits.SERVER_FRAME_BYTES - ENVELOPE_BYTES;
    return rest.length() <= most / MOST_BYTES_PER_CHAR
        || rest.getBytes(StandardCharsets.UTF_8).length <= most;
  }
}
