package io.deskhand.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What there is on a desk, by the word that paths have for it; for one thread. */
final class Pools {
  private static final int KEPT = 40;
  private final Map<String, List<String>> ids = new HashMap<>();
  private int next;

  Pools(Map<String, List<String>> first) {
    first.forEach((kind, known) -> ids.put(kind, new ArrayList<>(known)));
  }

  /** The id of something of a kind, or one of nothing. */
  String id(String kind, Dice dice) {
    List<String> known = ids.getOrDefault(kind, List.of());
    return known.isEmpty() || dice.oneIn(12)
        ? new UUID(dice.number(), dice.number()).toString()
        : dice.pick(known);
  }

  /** Learns the ids in an answer to a request for {@code path}. */
  void learn(String path, Answer answer) {
    JsonNode tree = answer.status() / 100 == 2 ? json(answer) : Json.object();
    add("jobs", tree.path("job").path("id"));
    for (var field : tree.properties()) {
      field.getValue().forEach(row -> add(field.getKey(), row.path("id")));
    }
    String[] words = path.split("/");
    if (words.length == 3) {
      add(words[2], tree.path("id"));
    }
  }

  private static JsonNode json(Answer answer) {
    try {
      return answer.body().length == 0 ? Json.object() : Json.parse(answer.body());
    } catch (BadJson e) {
      // Measurements are none, and what should be is looked at elsewhere.
      return Json.object();
    }
  }

  private void add(String kind, JsonNode id) {
    // What may become of people is up to the desk that they are of.
    if (!id.isTextual() || kind.equals("agents")) {
      return;
    }
    List<String> known = ids.computeIfAbsent(kind, key -> new ArrayList<>());
    if (known.size() < KEPT) {
      known.add(id.asText());
    } else {
      known.set(next++ % KEPT, id.asText());
    }
  }
}
