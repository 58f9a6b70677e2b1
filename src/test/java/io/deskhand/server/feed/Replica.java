package io.deskhand.server.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A copy of what a session sees, kept as a console keeps it. For one thread at a time. */
public final class Replica {
  private record Key(EntityType entity, String id) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byEntity = entity.compareTo(other.entity);
      return byEntity != 0 ? byEntity : id.compareTo(other.id);
    }
  }

  private final Map<Key, JsonNode> rows = new TreeMap<>();

  /** Another one with the same rows. */
  public Replica copy() {
    Replica copy = new Replica();
    copy.rows.putAll(rows);
    return copy;
  }

  /** Applies one row. */
  public void apply(Change change) {
    Key key = new Key(change.entity(), change.id());
    if (change.op() == Change.Op.PUT) {
      rows.put(key, Objects.requireNonNull(change.data(), "a put has data"));
    } else {
      rows.remove(key);
      if (change.entity() == EntityType.TICKET) {
        rows.values().removeIf(row -> row.path("ticketId").asText().equals(change.id()));
      }
    }
  }

  /** Applies rows in order. */
  public void applyAll(List<Change> changes) {
    changes.forEach(this::apply);
  }

  /** Its tickets by id. */
  public Map<UUID, Ticket> tickets() {
    return rows.entrySet().stream()
        .filter(row -> row.getKey().entity() == EntityType.TICKET)
        .map(row -> Json.convert(row.getValue(), Ticket.class))
        .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
  }

  /** Its rows of one kind by id. */
  public Map<String, JsonNode> rows(EntityType entity) {
    Map<String, JsonNode> some = new TreeMap<>();
    rows.forEach(
        (key, row) -> {
          if (key.entity() == entity) {
            some.put(key.id(), row);
          }
        });
    return some;
  }
}
