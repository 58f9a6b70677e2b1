package io.deskhand.server.followups;

import io.deskhand.model.Issue;
import io.deskhand.model.Priority;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.IssueRequest;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes issues. */
final class IssueChange {
  private final Tx tx;
  private final Actor actor;
  private final TicketService tickets;

  IssueChange(Tx tx, Actor actor, TicketService tickets) {
    this.tx = tx;
    this.actor = actor;
    this.tickets = tickets;
  }

  Issue create(IssueRequest request) {
    Validation validation =
        new Validation()
            .required("title", request.title(), Limits.SUBJECT)
            .optional("description", request.description(), Limits.TEXT);
    Links links = Links.of(tx, actor, wanted(request), validation);
    validation.check();
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.issues().isTaken(id)) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is an issue with this id already");
    }
    Issue.Status status = Objects.requireNonNullElse(request.status(), Issue.Status.OPEN);
    Issue issue =
        new Issue(
            id,
            links.ticketId(),
            links.customerId(),
            links.organizationId(),
            links.departmentId(),
            Objects.requireNonNullElse(request.type(), Issue.Type.BUG),
            status,
            Objects.requireNonNull(request.title()).strip(),
            request.description(),
            priority(request, links.ticket()),
            request.assignedTo(),
            resolvedAt(status, null),
            actor.personId(),
            tx.now(),
            tx.now(),
            1);
    tx.issues().insert(issue, links.ticket());
    tx.event(Events.DESK_CHANGED, links.ticketId(), actor.personId());
    return issue;
  }

  private static Priority priority(IssueRequest request, @Nullable Ticket ticket) {
    return Objects.requireNonNullElseGet(
        request.priority(), () -> ticket == null ? Priority.MEDIUM : ticket.priority());
  }

  Issue patch(UUID id, IssueRequest request) {
    Issue before =
        tx.issues().find(id, actor.scope()).orElseThrow(() -> Problems.notFound("issue"));
    check(request);
    Issue after = changed(before, request);
    UUID ticketId = before.ticketId();
    Ticket ticket = ticketId == null ? null : tx.tickets().find(ticketId).orElse(null);
    tx.issues().update(before, after, ticket);
    if (ticket != null && after.status().isOver() && !before.status().isOver()) {
      new IssueResolved(tx, tickets).follow(after, ticket);
    }
    tx.event(Events.DESK_CHANGED, ticketId, actor.personId());
    return after;
  }

  private Issue changed(Issue before, IssueRequest request) {
    Issue.Status status = Objects.requireNonNullElse(request.status(), before.status());
    UUID department = request.departmentId();
    UUID assignee = request.assignedTo();
    String title = request.title();
    String description = request.description();
    return new Issue(
        before.id(),
        before.ticketId(),
        before.customerId(),
        before.organizationId(),
        department == null ? before.departmentId() : department,
        Objects.requireNonNullElse(request.type(), before.type()),
        status,
        title == null ? before.title() : title.strip(),
        description == null ? before.description() : description,
        Objects.requireNonNullElse(request.priority(), before.priority()),
        assignee == null ? before.assignedTo() : assignee,
        resolvedAt(status, before.resolvedAt()),
        before.createdBy(),
        before.createdAt(),
        tx.now(),
        before.version() + 1);
  }

  private void check(IssueRequest request) {
    Validation validation =
        new Validation().optional("description", request.description(), Limits.TEXT);
    if (request.title() != null) {
      validation.required("title", request.title(), Limits.SUBJECT);
    }
    Links.checkUnchanged(wanted(request), request.id(), validation);
    Links.checkPlace(tx, request.departmentId(), request.assignedTo(), validation);
    validation.check();
  }

  private @Nullable Instant resolvedAt(Issue.Status status, @Nullable Instant before) {
    if (!status.isOver()) {
      return null;
    }
    return before == null ? tx.now() : before;
  }

  private static Links.Wanted wanted(IssueRequest request) {
    return new Links.Wanted(
        request.ticketId(),
        request.customerId(),
        request.organizationId(),
        request.departmentId(),
        request.assignedTo());
  }
}
