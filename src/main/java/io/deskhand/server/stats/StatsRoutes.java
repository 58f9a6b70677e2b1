package io.deskhand.server.stats;

import io.deskhand.model.Agent;
import io.deskhand.model.Department;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.protocol.SlaStats;
import io.deskhand.protocol.TicketStats;
import io.deskhand.protocol.WorkFigures;
import io.deskhand.server.index.Directory;
import io.deskhand.server.index.FactRange;
import io.deskhand.server.index.TicketFact;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Parameter;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Reply;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The routes of the desk's figures, over the tickets that were created from {@code from} to {@code
 * to} (moments or days), of one department or agent if that is asked for, and that the session
 * sees. Each answer is one pass over them.
 */
public final class StatsRoutes {
  /** Which tickets count. */
  public static final List<Parameter> RANGE =
      List.of(
          Parameter.one("from", Instant.class, "Created then or later; a day will do"),
          Parameter.one("to", Instant.class, "Created then or before; a day will do"),
          Parameter.one("departmentId", UUID.class, "Of this department"),
          Parameter.one("agentId", UUID.class, "Whom they are escalated, else assigned to"));

  private final Directory directory;
  private final TicketIndex index;

  public StatsRoutes(Directory directory, TicketIndex index) {
    this.directory = directory;
    this.index = index;
  }

  /** GET /support/tickets/stats. */
  public Reply tickets(Exchange exchange) {
    Tally tally = new Tally();
    each(exchange, tally::add);
    WorkFigures figures = tally.figures();
    return Reply.ok(
        new TicketStats(
            tally.total(),
            tally.byStatus(),
            figures.byPriority(),
            tally.unassigned(),
            figures.firstResponse().meanSeconds(),
            figures.resolution().meanSeconds(),
            figures.satisfaction().mean(),
            figures));
  }

  /** GET /support/stats/agents; leads and admins only. */
  public Reply agents(Exchange exchange) {
    return handled(
        exchange,
        new HandledTally(TicketFact::holder, TicketFact::holderNumber),
        directory.agents().stream().map(StatsRoutes::subject));
  }

  /** GET /support/stats/departments; leads and admins only. */
  public Reply departments(Exchange exchange) {
    return handled(
        exchange,
        new HandledTally(TicketFact::departmentId, TicketFact::departmentNumber),
        directory.departments().stream().map(StatsRoutes::subject));
  }

  /** GET /support/stats/sla; leads and admins only. */
  public Reply sla(Exchange exchange) {
    Access.leads(exchange);
    List<SlaTally> tallies = Stream.of(SlaTarget.values()).map(SlaTally::new).toList();
    each(exchange, fact -> tallies.forEach(tally -> tally.add(fact)));
    return Reply.ok(new SlaStats(tallies.stream().map(SlaTally::line).toList()));
  }

  private Reply handled(
      Exchange exchange, HandledTally tally, Stream<HandledTally.Subject> subjects) {
    Access.leads(exchange);
    each(exchange, tally::add);
    return Reply.ok(tally.stats(subjects.toList(), exchange.session().scope()));
  }

  private void each(Exchange exchange, Consumer<TicketFact> reader) {
    index.each(exchange.session().scope(), range(exchange.params()), reader);
  }

  private static HandledTally.Subject subject(Agent agent) {
    return new HandledTally.Subject(agent.id(), agent.name(), agent.departmentId());
  }

  private static HandledTally.Subject subject(Department department) {
    return new HandledTally.Subject(department.id(), department.name(), department.id());
  }

  private static FactRange range(Params params) {
    FactRange range =
        new FactRange(
            params.time("from"),
            params.after("to"),
            params.id("departmentId"),
            params.id("agentId"));
    params.check();
    return range;
  }
}
