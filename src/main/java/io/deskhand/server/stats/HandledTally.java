package io.deskhand.server.stats;

import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.WorkFigures;
import io.deskhand.server.index.TicketFact;
import io.deskhand.server.store.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts tickets by whom they belong to. */
final class HandledTally {
  private final Key key;
  private final Map<UUID, Tally> tallies = new HashMap<>();
  private long all = 0;

  /** Whom a ticket belongs to. */
  @FunctionalInterface
  interface Key {
    @Nullable UUID of(TicketFact fact);
  }

  /** Whom a line is about, and the department that this belongs to. */
  record Subject(UUID id, String name, @Nullable UUID departmentId) {
    boolean isOf(Scope scope) {
      return scope.role() == Role.ADMIN
          || (departmentId != null && scope.departments().contains(departmentId));
    }
  }

  HandledTally(Key key) {
    this.key = key;
  }

  void add(TicketFact fact) {
    UUID id = key.of(fact);
    if (id != null) {
      tallies.computeIfAbsent(id, any -> new Tally()).add(fact);
      all++;
    }
  }

  /** The lines of one's own departments, and of whoever else has tickets that one sees. */
  HandledStats stats(List<Subject> subjects, Scope scope) {
    return new HandledStats(
        subjects.stream()
            .filter(subject -> subject.isOf(scope) || tallies.containsKey(subject.id()))
            .map(this::line)
            .toList());
  }

  private HandledStats.Line line(Subject subject) {
    Tally tally = tallies.getOrDefault(subject.id(), new Tally());
    Map<Status, Long> byStatus = tally.byStatus();
    long active =
        byStatus.entrySet().stream()
            .filter(count -> count.getKey().isActive())
            .mapToLong(Map.Entry::getValue)
            .sum();
    WorkFigures figures = tally.figures();
    return new HandledStats.Line(
        subject.id(),
        subject.name(),
        tally.total() - active,
        active,
        byStatus,
        all == 0 ? 0 : (double) tally.total() / all,
        figures.firstResponse().meanSeconds(),
        figures.resolution().meanSeconds(),
        figures.satisfaction().mean(),
        figures);
  }
}
