package io.deskhand.server.followups;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Issue;
import io.deskhand.model.Priority;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.IssueRequest;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
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
    Validation validation = words(request);
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

  private static Validation words(IssueRequest request) {
    return new Validation()
        .required("title", request.title(), Limits.SUBJECT)
        .optional("description", request.description(), Limits.TEXT);
  }

  Issue patch(UUID id, JsonNode patch) {
    Issue before =
        tx.issues().find(id, actor.scope()).orElseThrow(() -> Problems.notFound("issue"));
    IssueRequest request = MergePatch.apply(asRequest(before), patch, IssueRequest.class);
    Validation validation = words(request);
    Links.checkUnchanged(before, wanted(request), request.id(), validation);
    Links.checkPlace(tx, request.departmentId(), request.assignedTo(), validation);
    validation.check();
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
    return new Issue(
        before.id(),
        before.ticketId(),
        before.customerId(),
        before.organizationId(),
        request.departmentId(),
        Objects.requireNonNullElse(request.type(), before.type()),
        status,
        Objects.requireNonNull(request.title()).strip(),
        request.description(),
        Objects.requireNonNullElse(request.priority(), before.priority()),
        request.assignedTo(),
        resolvedAt(status, before.resolvedAt()),
        before.createdBy(),
        before.createdAt(),
        tx.now(),
        before.version() + 1);
  }

  private static IssueRequest asRequest(Issue issue) {
    return new IssueRequest(
        issue.id(),
        issue.ticketId(),
        issue.customerId(),
        issue.organizationId(),
        issue.departmentId(),
        issue.type(),
        issue.status(),
        issue.title(),
        issue.description(),
        issue.priority(),
        issue.assignedTo());
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
