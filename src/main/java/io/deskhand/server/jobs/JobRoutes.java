package io.deskhand.server.jobs;

import io.deskhand.model.Role;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.rounds.Background;
import io.deskhand.server.store.JobReads;
import io.deskhand.server.store.JobWrites;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.StoredJob;
import io.deskhand.server.store.TicketFilter;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketListRequest;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Params;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Session;
import io.deskhand.server.web.Writes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The routes that do one verb to many tickets, and those of the jobs that this makes. */
public final class JobRoutes implements AutoCloseable {
  private static final int MOST_BY_QUERY = 100_000;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final BulkRequest NO_FIELDS =
      new BulkRequest(null, null, null, null, null, null, null, null, null, null, null);

  private final Ledger ledger;
  private final TicketIndex index;
  private final Writes writes;
  private final JobRunner runner;

  public JobRoutes(
      Ledger ledger,
      TicketIndex index,
      Writes writes,
      TicketService tickets,
      Background background) {
    this.ledger = ledger;
    this.index = index;
    this.writes = writes;
    this.runner =
        new JobRunner(ledger, new JobStep(ledger, new BulkVerb(tickets)), PAUSE, background);
  }

  /** Goes on with the jobs that the last run of the server, or another one, left unfinished. */
  public void resume() {
    runner.resume();
  }

  /** POST /support/tickets/bulk/assign. */
  public Reply assign(Exchange exchange) {
    return start(exchange, Job.Kind.ASSIGN);
  }

  /** POST /support/tickets/bulk/resolve. */
  public Reply resolve(Exchange exchange) {
    return start(exchange, Job.Kind.RESOLVE);
  }

  /** POST /support/tickets/bulk/status. */
  public Reply status(Exchange exchange) {
    return start(exchange, Job.Kind.STATUS);
  }

  /** POST /support/tickets/bulk/notify. */
  public Reply notify(Exchange exchange) {
    return start(exchange, Job.Kind.NOTIFY);
  }

  /** POST /support/tickets/bulk/escalate. */
  public Reply escalate(Exchange exchange) {
    return start(exchange, Job.Kind.ESCALATE);
  }

  private Reply start(Exchange exchange, Job.Kind kind) {
    Session who = exchange.session();
    BulkRules.checkRole(who.me().role());
    BulkRequest request = exchange.body(BulkRequest.class);
    BulkRules.checkFields(kind, request);
    List<UUID> tickets = tickets(who, request);
    return begun(
        writes.write(exchange, tx -> accept(tx, who, kind, withoutIds(request), null, tickets)));
  }

  /** GET /support/jobs/{id}. */
  public Reply read(Exchange exchange) {
    UUID id = exchange.pathId("id");
    Session who = exchange.session();
    return Reply.ok(ledger.read(view -> JobView.of(view.jobs(), find(view.jobs(), who, id))));
  }

  /** POST /support/jobs/{id}/undo. */
  public Reply undo(Exchange exchange) {
    UUID id = exchange.pathId("id");
    Session who = exchange.session();
    return begun(
        writes.write(
            exchange,
            tx -> {
              StoredJob job = find(tx.jobs(), who, id);
              requireUndoable(tx.jobs(), job);
              return accept(tx, who, Job.Kind.UNDO, NO_FIELDS, id, tx.jobs().changed(id));
            }));
  }

  /** POST /support/jobs/{id}/cancel; one that has ended stays as it is. */
  public Reply cancel(Exchange exchange) {
    UUID id = exchange.pathId("id");
    Session who = exchange.session();
    return writes.write(
        exchange,
        tx -> {
          if (!JobView.isFinished(find(tx.jobs(), who, id))) {
            tx.jobs().state(id, Job.State.CANCELLED, tx.now());
          }
          return accepted(tx.jobs(), find(tx.jobs(), who, id));
        });
  }

  private static Reply accept(
      Tx tx,
      Session who,
      Job.Kind kind,
      BulkRequest request,
      @Nullable UUID undoes,
      List<UUID> tickets) {
    StoredJob job =
        new StoredJob(
            tx.newId(), kind, Job.State.QUEUED, who.me().id(), request, undoes, tx.now(), null);
    JobWrites jobs = tx.jobs();
    jobs.insert(job, tickets);
    return accepted(jobs, job);
  }

  private static Reply accepted(JobReads jobs, StoredJob job) {
    return Reply.of(202, new JobAccepted(JobView.of(jobs, job)));
  }

  /** Lets a job run once it is durable; a repeat of the request starts nothing new. */
  private Reply begun(Reply reply) {
    if (reply.status() < 400) {
      runner.start(Json.readTrusted(reply.body(), JobAccepted.class).job().id());
    }
    return reply;
  }

  private List<UUID> tickets(Session who, BulkRequest request) {
    if (request.ticketIds() != null) {
      return request.ticketIds().stream().distinct().toList();
    }
    var query = Objects.requireNonNullElse(request.query(), Map.<String, String>of());
    TicketFilter filter = TicketListRequest.filter(Params.of(query), who.scope());
    List<UUID> found = index.oldest(filter, who.scope(), MOST_BY_QUERY + 1);
    if (found.size() > MOST_BY_QUERY) {
      throw Problems.invalid("query", "more than " + MOST_BY_QUERY + " tickets fit");
    }
    return found;
  }

  /** The tickets are stored by themselves. */
  private static BulkRequest withoutIds(BulkRequest request) {
    return new BulkRequest(
        null,
        request.query(),
        request.agentId(),
        request.auto(),
        request.resolution(),
        request.status(),
        request.message(),
        request.to(),
        request.reason(),
        request.departmentId(),
        request.tier());
  }

  private static StoredJob find(JobReads jobs, Session who, UUID id) {
    return jobs.find(id)
        .filter(job -> job.owner().equals(who.me().id()) || who.me().role() == Role.ADMIN)
        .orElseThrow(() -> Problems.notFound("job"));
  }

  private static void requireUndoable(JobReads jobs, StoredJob job) {
    if (!JobView.of(jobs, job).undoable()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT,
          jobs.undoOf(job.id()).isPresent()
              ? "This job was taken back already"
              : "This job cannot be taken back: it has not ended, or has changed nothing");
    }
  }

  /** How many jobs are queued or running here. */
  public int unfinished() {
    return runner.unfinished();
  }

  @Override
  public void close() {
    runner.close();
  }
}
