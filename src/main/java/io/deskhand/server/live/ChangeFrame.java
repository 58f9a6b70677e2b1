package io.deskhand.server.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.LiveChange;
import io.deskhand.server.feed.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frame with a {@link LiveChange}, encoded but for its prev. Sessions that were last sent the
 * same share its bytes. For one thread.
 */
final class ChangeFrame {
  private static final int ENVELOPE_BYTES = 200;
  private final String event;

  /** The data without its opening brace. */
  private final byte[] rest;

  /** The prev that makes every receiver pull; null for a frame that carries its rows. */
  private final @Nullable Long gap;

  private final Map<Long, byte[]> whole = new HashMap<>();

  private ChangeFrame(String event, byte[] rest, @Nullable Long gap) {
    this.event = event;
    this.rest = rest;
    this.gap = gap;
  }

  /**
   * Encodes what one session sees of a commit. Where that is more than a client takes in one frame,
   * the frame only says that there is something to pull.
   *
   * @param commitEvent what the whole commit is named for
   * @param seq the last of the whole commit, so that a cursor never stands in the middle of one
   * @param changes not empty; their data is only written, never read
   * @param ticketId the commit's ticket, if the session sees anything of it
   */
  static ChangeFrame of(
      String commitEvent, long seq, List<Change> changes, @Nullable UUID ticketId) {
    String event = visibleEvent(commitEvent, changes);
    LiveChange empty = new LiveChange(0, seq, List.of(), ticketId, null, null, null);
    ObjectNode data = (ObjectNode) Json.tree(empty);
    data.remove("prev");
    data.set("changes", RawJson.of(Json.text(changes)));
    Map<String, JsonNode> named = named(event, changes);
    data.setAll(named);
    byte[] rest = rest(data);
    if (!fits(rest)) {
      rest = rest(data.remove(named.keySet()));
    }
    return fits(rest)
        ? new ChangeFrame(event, rest, null)
        : new ChangeFrame(event, rest(data.set("changes", Json.tree(List.of()))), seq);
  }

  /** What the frame is named for. */
  String event() {
    return event;
  }

  /** The whole frame in UTF-8, for a session that was last sent {@code prev}; not to be changed. */
  byte[] bytes(long prev) {
    return whole.computeIfAbsent(gap == null ? prev : gap, this::encode);
  }

  private byte[] encode(long prev) {
    String head = "{\"event\":\"" + event + "\",\"data\":{\"prev\":" + prev + ",";
    byte[] begin = head.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(begin, begin.length + rest.length + 1);
    System.arraycopy(rest, 0, bytes, begin.length, rest.length);
    bytes[bytes.length - 1] = '}';
    return bytes;
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

  /** The rows that the frame is named for, once more by their kind. */
  private static Map<String, JsonNode> named(String event, List<Change> changes) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    first(changes, EntityType.TICKET).ifPresent(row -> rows.put("ticket", row));
    first(changes, EntityType.MESSAGE).ifPresent(row -> rows.put("message", row));
    if (event.equals(Events.AGENT_STATUS_CHANGED)) {
      first(changes, EntityType.AGENT).ifPresent(row -> rows.put("agent", row));
    }
    return rows;
  }

  private static Optional<JsonNode> first(List<Change> changes, EntityType entity) {
    return changes.stream()
        .filter(change -> change.entity() == entity)
        .map(Change::data)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static byte[] rest(JsonNode data) {
    byte[] object = Json.bytes(data);
    return Arrays.copyOfRange(object, 1, object.length);
  }

  private static boolean fits(byte[] rest) {
    return rest.length <= Limits.SERVER_FRAME_BYTES - ENVELOPE_BYTES;
  }
}
