package io.deskhand.sync.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Intent;
import io.deskhand.sync.cache.IntentBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an intent sets, and whether somebody else has set them meanwhile. Two people who
 * change different fields both win; of two who change the same, the later one is asked to look.
 */
final class Fields {
  private static final String ASSIGNEE = "assignedTo";

  private Fields() {}

  /** The fields that {@code intent} sets, an empty one for a field that it clears. */
  static Map<String, Optional<JsonNode>> wanted(Intent intent) {
    return switch (intent) {
      case Intent.Update update -> patched(update.patch());
      case Intent.SetStatus wish ->
          Map.of("status", Optional.of(TextNode.valueOf(wish.status().wire())));
      case Intent.Assign wish when wish.agentId() != null ->
          Map.of(ASSIGNEE, Optional.of(TextNode.valueOf(wish.agentId().toString())));
      default -> Map.of();
    };
  }

  /** What an agent sees at this moment, for an intent that is accepted now. */
  static IntentBase base(Intent intent, @Nullable Ticket confirmed, @Nullable Ticket shown) {
    Set<String> names = wanted(intent).keySet();
    return new IntentBase(
        confirmed == null ? 0 : confirmed.version(),
        names.isEmpty() ? null : values(confirmed, names),
        names.isEmpty() ? null : values(shown, names),
        confirmed == null ? 0 : confirmed.messageCount(),
        0);
  }

  /**
   * Says in words which field somebody else has set since the agent looked; empty if none.
   *
   * @param known the newest state of the ticket that the server has told
   */
  static Optional<String> conflict(Intent intent, IntentBase base, Ticket known) {
    return clashes(intent, base, known).stream().findFirst().map(field -> describe(field, known));
  }

  /** The fields that somebody else has set since the agent looked, to something else. */
  static List<Conflict.Field> clashes(Intent intent, IntentBase base, Ticket known) {
    Map<String, Optional<JsonNode>> wanted = wanted(intent);
    Map<String, JsonNode> now = values(known, wanted.keySet());
    List<Conflict.Field> clashes = new ArrayList<>();
    for (Map.Entry<String, Optional<JsonNode>> field : wanted.entrySet()) {
      String name = field.getKey();
      JsonNode current = now.get(name);
      JsonNode value = field.getValue().orElse(null);
      if (!same(current, value)
          && !same(current, in(base.confirmed(), name))
          && !same(current, in(base.shown(), name))) {
        clashes.add(
            new Conflict.Field(name, text(in(base.shown(), name)), text(current), text(value)));
      }
    }
    return clashes;
  }

  private static Map<String, Optional<JsonNode>> patched(TicketPatch patch) {
    JsonNode values = Json.tree(patch.values());
    Map<String, Optional<JsonNode>> fields = new LinkedHashMap<>();
    patch.present().forEach(name -> fields.put(name, Optional.ofNullable(values.get(name))));
    return fields;
  }

  private static Map<String, JsonNode> values(@Nullable Ticket ticket, Set<String> names) {
    Map<String, JsonNode> values = new HashMap<>();
    if (ticket != null && !names.isEmpty()) {
      JsonNode tree = Json.tree(ticket);
      names.stream().filter(tree::has).forEach(name -> values.put(name, tree.get(name)));
    }
    return values;
  }

  private static @Nullable JsonNode in(@Nullable Map<String, JsonNode> fields, String name) {
    return fields == null ? null : fields.get(name);
  }

  private static boolean same(@Nullable JsonNode left, @Nullable JsonNode right) {
    return left == null ? right == null : left.equals(right);
  }

  private static String describe(Conflict.Field field, Ticket known) {
    if (field.name().equals(ASSIGNEE)) {
      String who = known.assignedToName();
      return (who == null ? "Nobody" : who) + " has this ticket by now, so it was not assigned";
    }
    String label = field.name().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return "Somebody else has set the %s to %s meanwhile. You wanted %s, when it was %s"
        .formatted(label, quoted(field.theirs()), quoted(field.yours()), quoted(field.before()));
  }

  private static String quoted(@Nullable String value) {
    return value == null ? "nothing" : "“" + value + "”";
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(", "));
    }
    return value.isTextual() ? value.asText() : value.toString();
  }
}
