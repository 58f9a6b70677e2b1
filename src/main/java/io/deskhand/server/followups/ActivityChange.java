package io.deskhand.server.followups;

import io.deskhand.model.Activity;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ActivityRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes activities. */
final class ActivityChange {
  private final Tx tx;
  private final Actor actor;

  ActivityChange(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  Activity create(ActivityRequest request) {
    Validation validation =
        new Validation()
            .required("subject", request.subject(), Limits.SUBJECT)
            .optional("description", request.description(), Limits.TEXT);
    Links links = Links.of(tx, actor, wanted(request), validation);
    validation.check();
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.activities().isTaken(id)) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is an activity with this id already");
    }
    Activity.Status status = Objects.requireNonNullElse(request.status(), Activity.Status.OPEN);
    Activity activity =
        new Activity(
            id,
            links.ticketId(),
            links.customerId(),
            links.organizationId(),
            links.departmentId(),
            Objects.requireNonNullElse(request.type(), Activity.Type.TASK),
            status,
            Objects.requireNonNull(request.subject()).strip(),
            request.description(),
            request.assignedTo(),
            request.dueAt(),
            completedAt(status, null),
            actor.personId(),
            tx.now(),
            tx.now(),
            1);
    tx.activities().insert(activity, links.ticket());
    tx.event(Events.DESK_CHANGED, links.ticketId(), actor.personId());
    return activity;
  }

  Activity patch(UUID id, ActivityRequest request) {
    Activity before =
        tx.activities().find(id, actor.scope()).orElseThrow(() -> Problems.notFound("activity"));
    check(request);
    Activity.Status status = Objects.requireNonNullElse(request.status(), before.status());
    UUID department = request.departmentId();
    UUID assignee = request.assignedTo();
    Instant due = request.dueAt();
    String subject = request.subject();
    String description = request.description();
    Activity after =
        new Activity(
            id,
            before.ticketId(),
            before.customerId(),
            before.organizationId(),
            department == null ? before.departmentId() : department,
            Objects.requireNonNullElse(request.type(), before.type()),
            status,
            subject == null ? before.subject() : subject.strip(),
            description == null ? before.description() : description,
            assignee == null ? before.assignedTo() : assignee,
            due == null ? before.dueAt() : due,
            completedAt(status, before.completedAt()),
            before.createdBy(),
            before.createdAt(),
            tx.now(),
            before.version() + 1);
    tx.activities().update(before, after, ticket(before));
    tx.event(Events.DESK_CHANGED, before.ticketId(), actor.personId());
    return after;
  }

  private void check(ActivityRequest request) {
    Validation validation =
        new Validation().optional("description", request.description(), Limits.TEXT);
    if (request.subject() != null) {
      validation.required("subject", request.subject(), Limits.SUBJECT);
    }
    Links.checkUnchanged(wanted(request), request.id(), validation);
    Links.checkPlace(tx, request.departmentId(), request.assignedTo(), validation);
    validation.check();
  }

  private @Nullable Ticket ticket(Activity activity) {
    UUID id = activity.ticketId();
    return id == null ? null : tx.tickets().find(id).orElse(null);
  }

  private @Nullable Instant completedAt(Activity.Status status, @Nullable Instant before) {
    if (status != Activity.Status.DONE) {
      return null;
    }
    return before == null ? tx.now() : before;
  }

  private static Links.Wanted wanted(ActivityRequest request) {
    return new Links.Wanted(
        request.ticketId(),
        request.customerId(),
        request.organizationId(),
        request.departmentId(),
        request.assignedTo());
  }
}
