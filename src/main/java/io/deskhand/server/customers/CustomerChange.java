package io.deskhand.server.customers;

import io.deskhand.model.Customer;
import io.deskhand.protocol.CustomerPatch;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes customers. */
final class CustomerChange {
  private static final int LANGUAGE = 35;
  private final Tx tx;
  private final Actor actor;

  CustomerChange(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  Customer patch(Customer before, CustomerPatch patch) {
    check(patch);
    allow(patch);
    String email = stripped(patch.email());
    requireFree(before, email);
    String name = stripped(patch.name());
    UUID organization = patch.organizationId();
    Customer after =
        new Customer(
            before.id(),
            Objects.requireNonNullElse(name, before.name()),
            email == null ? before.email() : email,
            patch.phone() == null ? before.phone() : stripped(patch.phone()),
            organization == null ? before.organizationId() : organization,
            patch.language() == null ? before.language() : patch.language(),
            patch.accountStatus() == null ? before.accountStatus() : patch.accountStatus(),
            before.version() + 1);
    tx.customers().update(after);
    return after;
  }

  private void check(CustomerPatch patch) {
    Validation validation = new Validation();
    if (patch.name() != null) {
      validation.required("name", patch.name(), Limits.NAME);
    }
    if (patch.email() != null) {
      validation.required("email", patch.email(), Limits.NAME).email("email", patch.email());
    }
    UUID organization = patch.organizationId();
    validation
        .optional("phone", patch.phone(), Limits.NAME)
        .optional("language", patch.language(), LANGUAGE)
        .optional("accountStatus", patch.accountStatus(), Limits.NAME)
        .that(
            organization == null || tx.organizations().find(organization).isPresent(),
            "organizationId",
            "no such organization")
        .check();
  }

  private void allow(CustomerPatch patch) {
    boolean reachOnly =
        patch.email() == null && patch.organizationId() == null && patch.accountStatus() == null;
    if (!actor.role().isStaff() && !reachOnly) {
      throw Problems.forbidden("Customers change their name, phone and language only");
    }
  }

  private void requireFree(Customer before, @Nullable String email) {
    boolean taken =
        email != null
            && (tx.staff().findByEmail(email).isPresent()
                || tx.customers()
                    .findByEmail(email)
                    .filter(other -> !other.id().equals(before.id()))
                    .isPresent());
    if (taken) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is somebody with this e-mail already");
    }
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
