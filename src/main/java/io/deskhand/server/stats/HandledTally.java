package io.deskhand.server.stats;

import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.WorkFigures;
import io.deskhand.server.index.TicketFact;
import io.deskhand.server.store.Scope;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Counts tickets by whom they belong to. */
final class HandledTally {
  private final Function<TicketFact, @Nullable UUID> owner;
  private final ToIntFunction<TicketFact> number;
  private final Map<UUID, Tally> tallies = new HashMap<>();

  /** The same tallies by the owner's number, as looking up an id for each ticket takes longer. */
  private @Nullable Tally[] byNumber = new Tally[64];

  private long all = 0;

  /** Whom a line is about, and the department that this belongs to. */
  record Subject(UUID id, String name, @Nullable UUID departmentId) {
    boolean isOf(Scope scope) {
      return scope.role() == Role.ADMIN
          || (departmentId != null && scope.departments().contains(departmentId));
    }
  }

  /**
   * @param owner whom a ticket belongs to; null for nobody
   * @param number the owner's number
   */
  HandledTally(Function<TicketFact, @Nullable UUID> owner, ToIntFunction<TicketFact> number) {
    this.owner = owner;
    this.number = number;
  }

  void add(TicketFact fact) {
    int of = number.applyAsInt(fact);
    Tally tally = of < byNumber.length ? byNumber[of] : null;
    if (tally == null) {
      UUID id = owner.apply(fact);
      if (id == null) {
        return;
      }
      tally = tallies.computeIfAbsent(id, any -> new Tally());
      if (of >= byNumber.length) {
        byNumber = Arrays.copyOf(byNumber, Math.max(of + 1, byNumber.length * 2));
      }
      byNumber[of] = tally;
    }
    tally.add(fact);
    all++;
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
