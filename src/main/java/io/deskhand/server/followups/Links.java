package io.deskhand.server.followups;

import io.deskhand.model.FollowUp;
import io.deskhand.model.Ticket;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new activity or issue belongs to. With a ticket that says everything that is not asked
 * for; without one the department is the one of whoever makes it.
 */
record Links(
    @Nullable Ticket ticket,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID departmentId) {

  /** What is asked for, as it was sent. */
  record Wanted(
      @Nullable UUID ticketId,
      @Nullable UUID customerId,
      @Nullable UUID organizationId,
      @Nullable UUID departmentId,
      @Nullable UUID assignedTo) {}

  /** Notes in {@code validation} what is not there, or not for {@code actor}. */
  static Links of(Tx tx, Actor actor, Wanted wanted, Validation validation) {
    Ticket ticket = wanted.ticketId() == null ? null : visible(tx, actor, wanted.ticketId());
    validation
        .that(wanted.ticketId() == null || ticket != null, "ticketId", "no such ticket")
        .that(
            wanted.customerId() == null || tx.customers().find(wanted.customerId()).isPresent(),
            "customerId",
            "no such customer")
        .that(
            wanted.organizationId() == null
                || tx.organizations().find(wanted.organizationId()).isPresent(),
            "organizationId",
            "no such organization");
    checkPlace(tx, wanted.departmentId(), wanted.assignedTo(), validation);
    if (ticket == null) {
      return new Links(
          null,
          wanted.customerId(),
          wanted.organizationId(),
          wanted.departmentId() == null ? ownDepartment(tx, actor) : wanted.departmentId());
    }
    return new Links(
        ticket,
        or(wanted.customerId(), ticket.customerId()),
        or(wanted.organizationId(), ticket.organizationId()),
        or(wanted.departmentId(), ticket.departmentId()));
  }

  /** Notes in {@code validation} if there is no such department or agent. */
  static void checkPlace(
      Tx tx, @Nullable UUID departmentId, @Nullable UUID assignedTo, Validation validation) {
    validation
        .that(
            departmentId == null || tx.departments().find(departmentId).isPresent(),
            "departmentId",
            "no such department")
        .that(
            assignedTo == null || tx.staff().find(assignedTo).isPresent(),
            "assignedTo",
            "no such agent");
  }

  /** Notes in {@code validation} if a patch changes what never changes. */
  static void checkUnchanged(
      FollowUp before, Wanted wanted, @Nullable UUID id, Validation validation) {
    same(validation, "id", before.id(), id);
    same(validation, "ticketId", before.ticketId(), wanted.ticketId());
    same(validation, "customerId", before.customerId(), wanted.customerId());
    same(validation, "organizationId", before.organizationId(), wanted.organizationId());
  }

  private static void same(
      Validation validation, String field, @Nullable UUID before, @Nullable UUID wanted) {
    validation.that(Objects.equals(before, wanted), field, "never changes");
  }

  private static @Nullable Ticket visible(Tx tx, Actor actor, UUID id) {
    return tx.tickets()
        .find(id)
        .filter(ticket -> actor.scope().sees(Audience.of(ticket)))
        .orElse(null);
  }

  private static @Nullable UUID ownDepartment(Tx tx, Actor actor) {
    return tx.accounts().find(actor.id()).map(account -> account.me().departmentId()).orElse(null);
  }

  private static @Nullable UUID or(@Nullable UUID wanted, @Nullable UUID otherwise) {
    return wanted == null ? otherwise : wanted;
  }

  @Nullable UUID ticketId() {
    return ticket == null ? null : ticket.id();
  }
}
