package io.deskhand.server.stats;

import io.deskhand.model.Role;
import io.deskhand.model.Status;
import io.deskhand.protocol.HandledStats;
import io.deskhand.protocol.TicketStats;
import io.deskhand.server.index.TicketFigures;
import io.deskhand.server.index.TicketFigures.Group;
import io.deskhand.server.index.TicketFigures.Range;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the desk's figures, over the tickets that were created from {@code from} to {@code
 * to} (moments or days) and that the session sees.
 */
public final class StatsRoutes {
  /** Which tickets count. */
  public static final List<Parameter> RANGE =
      List.of(
          Parameter.one("from", Instant.class, "Created then or later; a day will do"),
          Parameter.one("to", Instant.class, "Created then or before; a day will do"));

  private final Ledger ledger;
  private final TicketIndex index;

  public StatsRoutes(Ledger ledger, TicketIndex index) {
    this.ledger = ledger;
    this.index = index;
  }

  /** GET /support/tickets/stats. */
  public Reply tickets(Exchange exchange) {
    Scope scope = exchange.session().scope();
    Range range = range(exchange.params());
    TicketFigures.Totals totals = index.totals(scope, range);
    return Reply.ok(
        new TicketStats(
            sum(totals.byStatus()),
            totals.byStatus(),
            totals.byPriority(),
            totals.unassigned(),
            totals.all().firstResponse(),
            totals.all().resolution(),
            totals.all().satisfaction()));
  }

  /** GET /support/stats/agents; leads and admins only. */
  public Reply agents(Exchange exchange) {
    return handled(
        exchange,
        (view, scope, range) ->
            lines(
                view.staff().all().stream()
                    .map(agent -> new Subject(agent.id(), agent.name(), agent.departmentId()))
                    .toList(),
                scope,
                index.byAgent(scope, range)));
  }

  /** GET /support/stats/departments; leads and admins only. */
  public Reply departments(Exchange exchange) {
    return handled(
        exchange,
        (view, scope, range) ->
            lines(
                view.departments().all().stream()
                    .map(
                        department ->
                            new Subject(department.id(), department.name(), department.id()))
                    .toList(),
                scope,
                index.byDepartment(scope, range)));
  }

  @FunctionalInterface
  private interface Figures {
    HandledStats of(View view, Scope scope, Range range);
  }

  /** Whom a line is about, and the department that this belongs to. */
  private record Subject(UUID id, String name, @Nullable UUID departmentId) {
    boolean isOf(Scope scope) {
      return scope.role() == Role.ADMIN
          || (departmentId != null && scope.departments().contains(departmentId));
    }
  }

  private Reply handled(Exchange exchange, Figures figures) {
    Session who = exchange.session();
    if (!who.me().role().isLead()) {
      throw Problems.forbidden("For leads and admins only");
    }
    Range range = range(exchange.params());
    return Reply.ok(ledger.read(view -> figures.of(view, who.scope(), range)));
  }

  /** Those of one's own departments, and whoever else has tickets that one sees. */
  private static HandledStats lines(List<Subject> subjects, Scope scope, List<Group> groups) {
    Map<UUID, Group> byId = groups.stream().collect(Collectors.toMap(Group::id, group -> group));
    long all = groups.stream().mapToLong(group -> sum(group.byStatus())).sum();
    return new HandledStats(
        subjects.stream()
            .filter(subject -> subject.isOf(scope) || byId.containsKey(subject.id()))
            .map(subject -> line(subject, byId.getOrDefault(subject.id(), none(subject)), all))
            .toList());
  }

  private static HandledStats.Line line(Subject subject, Group group, long all) {
    long tickets = sum(group.byStatus());
    long active =
        group.byStatus().entrySet().stream()
            .filter(count -> count.getKey().isActive())
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new HandledStats.Line(
        subject.id(),
        subject.name(),
        tickets - active,
        active,
        group.byStatus(),
        all == 0 ? 0 : (double) tickets / all,
        group.all().firstResponse(),
        group.all().resolution(),
        group.all().satisfaction());
  }

  private static Group none(Subject subject) {
    return new Group(subject.id(), Map.of(), new TicketFigures.Averages(null, null, null));
  }

  private static Range range(Params params) {
    Range range = new Range(params.time("from"), params.after("to"));
    params.check();
    return range;
  }

  private static long sum(Map<Status, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
