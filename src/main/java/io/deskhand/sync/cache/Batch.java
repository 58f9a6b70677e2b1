package io.deskhand.sync.cache;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.sync.bytes.Packer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Some rows of the stream, folded: per thing the last word only. An empty value is a removal. Not
 * thread-safe while it is filled.
 */
public final class Batch {
  private final Set<UUID> purged = new HashSet<>();
  private final Map<UUID, Optional<Ticket>> tickets = new LinkedHashMap<>();
  private final Packer packer = new Packer();
  // Made here, so that whoever writes them down, which is one for all, has no work with it.
  private final Map<UUID, byte[]> ticketBodies = new HashMap<>();
  private final Map<UUID, Optional<Message>> messages = new LinkedHashMap<>();
  private final Map<UUID, Optional<HistoryEntry>> history = new LinkedHashMap<>();
  private final Map<UUID, Optional<Agent>> agents = new LinkedHashMap<>();
  private final Map<UUID, Optional<Department>> departments = new LinkedHashMap<>();
  private final Map<String, Optional<Category>> categories = new LinkedHashMap<>();

  /**
   * Folds {@code changes}, which are in the order of the stream.
   *
   * @throws BadJson if a row is not what its entity says
   */
  public static Batch of(Iterable<Change> changes) {
    Batch batch = new Batch();
    changes.forEach(batch::add);
    return batch;
  }

  /** Tickets whose conversation and history go, whether or not the ticket itself is back later. */
  public Set<UUID> purged() {
    return purged;
  }

  public Map<UUID, Optional<Ticket>> tickets() {
    return tickets;
  }

  public Map<UUID, Optional<Message>> messages() {
    return messages;
  }

  public Map<UUID, Optional<HistoryEntry>> history() {
    return history;
  }

  public Map<UUID, Optional<Agent>> agents() {
    return agents;
  }

  public Map<UUID, Optional<Department>> departments() {
    return departments;
  }

  public Map<String, Optional<Category>> categories() {
    return categories;
  }

  /** Whether anything of the desk itself is in it: its people, teams or categories. */
  public boolean touchesDesk() {
    return !agents.isEmpty() || !departments.isEmpty() || !categories.isEmpty();
  }

  /** The tickets that are in it, or whose messages are. */
  Set<UUID> touched() {
    Set<UUID> touched = new HashSet<>(tickets.keySet());
    touched.addAll(purged);
    messages.values().forEach(row -> row.ifPresent(message -> touched.add(message.ticketId())));
    return touched;
  }

  /** The rows of agents, departments and categories, as the store keeps them. */
  Map<EntityType, Map<String, Optional<?>>> deskRows() {
    Map<EntityType, Map<String, Optional<?>>> rows = new HashMap<>();
    rows.put(EntityType.AGENT, byText(agents));
    rows.put(EntityType.DEPARTMENT, byText(departments));
    rows.put(EntityType.CATEGORY, byText(categories));
    return rows;
  }

  /** A ticket of this as the store keeps it. */
  byte[] body(Ticket ticket) {
    return ticketBodies.computeIfAbsent(ticket.id(), id -> TicketCodec.write(ticket, packer));
  }

  private static Map<String, Optional<?>> byText(Map<?, ? extends Optional<?>> rows) {
    Map<String, Optional<?>> named = new LinkedHashMap<>();
    rows.forEach((id, row) -> named.put(id.toString(), row));
    return named;
  }

  private void add(Change change) {
    switch (change.entity()) {
      case TICKET -> addTicket(change);
      case MESSAGE -> messages.put(uuid(change), row(change, Message.class));
      case HISTORY -> history.put(uuid(change), row(change, HistoryEntry.class));
      case AGENT -> agents.put(uuid(change), row(change, Agent.class));
      case DEPARTMENT -> departments.put(uuid(change), row(change, Department.class));
      case CATEGORY -> categories.put(change.id(), row(change, Category.class));
      // Asked for where they are shown, and not kept.
      case ESCALATION, ACTIVITY, ISSUE, VIEW, MACRO, OTHER -> {}
    }
  }

  private void addTicket(Change change) {
    UUID id = uuid(change);
    Optional<Ticket> ticket = row(change, Ticket.class);
    tickets.put(id, ticket);
    ticketBodies.remove(id);
    ticket.ifPresent(this::body);
    if (ticket.isEmpty()) {
      purged.add(id);
      messages.values().removeIf(row -> row.isPresent() && row.get().ticketId().equals(id));
      history.values().removeIf(row -> row.isPresent() && row.get().ticketId().equals(id));
    }
  }

  private static UUID uuid(Change change) {
    return UUID.fromString(change.id());
  }

  private static <T> Optional<T> row(Change change, Class<T> type) {
    if (change.op() == Change.Op.REMOVE) {
      return Optional.empty();
    }
    JsonNode data = change.data();
    return Optional.of(Json.convert(data == null ? Json.object() : data, type));
  }
}
