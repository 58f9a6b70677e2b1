package io.deskhand.server.followups;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Activity;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ActivityRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
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
    Validation validation = words(request);
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

  private static Validation words(ActivityRequest request) {
    return new Validation()
        .required("subject", request.subject(), Limits.SUBJECT)
        .optional("description", request.description(), Limits.TEXT);
  }

  Activity patch(UUID id, JsonNode patch) {
    Activity before =
        tx.activities().find(id, actor.scope()).orElseThrow(() -> Problems.notFound("activity"));
    ActivityRequest request = MergePatch.apply(asRequest(before), patch, ActivityRequest.class);
    Validation validation = words(request);
    Links.checkUnchanged(before, wanted(request), request.id(), validation);
    Links.checkPlace(tx, request.departmentId(), request.assignedTo(), validation);
    validation.check();
    Activity.Status status = Objects.requireNonNullElse(request.status(), before.status());
    Activity after =
        new Activity(
            id,
            before.ticketId(),
            before.customerId(),
            before.organizationId(),
            request.departmentId(),
            Objects.requireNonNullElse(request.type(), before.type()),
            status,
            Objects.requireNonNull(request.subject()).strip(),
            request.description(),
            request.assignedTo(),
            request.dueAt(),
            completedAt(status, before.completedAt()),
            before.createdBy(),
            before.createdAt(),
            tx.now(),
            before.version() + 1);
    tx.activities().update(before, after, ticket(before));
    tx.event(Events.DESK_CHANGED, before.ticketId(), actor.personId());
    return after;
  }

  private static ActivityRequest asRequest(Activity activity) {
    return new ActivityRequest(
        activity.id(),
        activity.ticketId(),
        activity.customerId(),
        activity.organizationId(),
        activity.departmentId(),
        activity.type(),
        activity.status(),
        activity.subject(),
        activity.description(),
        activity.assignedTo(),
        activity.dueAt());
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
