package io.deskhand.server.store;

import io.deskhand.model.AutomationRule;
import io.deskhand.model.Ticket;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.sla.SlaPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What works have read or written lately, for as long as nobody else writes: reading it again would
 * find the same. Where other servers write too that is a group's turn. Whoever takes something back
 * forgets all. For the writer's thread.
 */
final class WriterMemory {
  /** More than a group needs; those that were used last. */
  private static final int MOST_TICKETS = 1_000;

  private final Map<UUID, Ticket> tickets = new Recent<>();
  private final Map<UUID, Instant> lastEntries = new Recent<>();
  private final Map<UUID, BusinessTime> hours = new HashMap<>();
  private @Nullable List<SlaPolicy> policies;
  private @Nullable List<AutomationRule> rules;

  /** A ticket, by {@code find} if it is not known. */
  Optional<Ticket> ticket(UUID id, Supplier<Optional<Ticket>> find) {
    Ticket one = tickets.get(id);
    if (one != null) {
      return Optional.of(one);
    }
    Optional<Ticket> found = find.get();
    found.ifPresent(this::keep);
    return found;
  }

  void keep(Ticket ticket) {
    tickets.put(ticket.id(), ticket);
  }

  void dropTicket(UUID id) {
    tickets.remove(id);
  }

  /** When the last entry of a ticket's history happened, if a work has written it lately. */
  Optional<Instant> lastEntry(UUID ticketId) {
    return Optional.ofNullable(lastEntries.get(ticketId));
  }

  void keepLastEntry(UUID ticketId, Instant happenedAt) {
    lastEntries.put(ticketId, happenedAt);
  }

  BusinessTime hours(UUID calendarId, Function<UUID, BusinessTime> find) {
    return hours.computeIfAbsent(calendarId, find);
  }

  List<SlaPolicy> policies(Supplier<List<SlaPolicy>> read) {
    List<SlaPolicy> known = policies == null ? read.get() : policies;
    policies = known;
    return known;
  }

  void dropPlans() {
    policies = null;
    hours.clear();
  }

  /** The rules that are enabled. */
  List<AutomationRule> rules(Supplier<List<AutomationRule>> read) {
    List<AutomationRule> known = rules == null ? read.get() : rules;
    rules = known;
    return known;
  }

  void dropRules() {
    rules = null;
  }

  void forget() {
    tickets.clear();
    lastEntries.clear();
    dropPlans();
    dropRules();
  }

  private static final class Recent<T> extends LinkedHashMap<UUID, T> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, T> eldest) {
      return size() > MOST_TICKETS;
    }
  }
}
