package io.deskhand.server.customers;

import io.deskhand.model.Deal;
import io.deskhand.protocol.DealRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes and changes deals. */
final class DealChange {
  private final Tx tx;

  DealChange(Tx tx) {
    this.tx = tx;
  }

  Deal create(DealRequest request) {
    check(new Validation().required("name", request.name(), Limits.NAME), request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.deals().find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a deal with this id already");
    }
    Deal deal =
        new Deal(
            id,
            Objects.requireNonNull(request.name()).strip(),
            Objects.requireNonNullElse(request.stage(), Deal.Stage.LEAD),
            request.amount(),
            request.customerId(),
            request.organizationId(),
            request.ownerId(),
            tx.now(),
            tx.now(),
            1);
    tx.deals().insert(deal);
    return deal;
  }

  Deal patch(Deal before, DealRequest request) {
    Validation validation =
        new Validation()
            .that(request.id() == null || request.id().equals(before.id()), "id", "never changes");
    if (request.name() != null) {
      validation.required("name", request.name(), Limits.NAME);
    }
    check(validation, request);
    Deal after =
        new Deal(
            before.id(),
            request.name() == null ? before.name() : request.name().strip(),
            Objects.requireNonNullElse(request.stage(), before.stage()),
            request.amount() == null ? before.amount() : request.amount(),
            request.customerId() == null ? before.customerId() : request.customerId(),
            request.organizationId() == null ? before.organizationId() : request.organizationId(),
            request.ownerId() == null ? before.ownerId() : request.ownerId(),
            before.createdAt(),
            tx.now(),
            before.version() + 1);
    tx.deals().update(after);
    return after;
  }

  private void check(Validation validation, DealRequest request) {
    Long amount = request.amount();
    validation.that(amount == null || amount >= 0, "amount", "must not be negative");
    known(validation, "customerId", request.customerId(), tx.customers()::find);
    known(validation, "organizationId", request.organizationId(), tx.organizations()::find);
    known(validation, "ownerId", request.ownerId(), tx.staff()::find);
    validation.check();
  }

  private static void known(
      Validation validation, String field, @Nullable UUID id, Function<UUID, Optional<?>> find) {
    validation.that(id == null || find.apply(id).isPresent(), field, "is not known");
  }
}
