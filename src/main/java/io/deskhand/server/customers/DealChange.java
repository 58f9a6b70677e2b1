package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Deal;
import io.deskhand.protocol.DealRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.time.Instant;
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
    check(request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.deals().find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a deal with this id already");
    }
    Deal deal = deal(id, request, tx.now(), 1);
    tx.deals().insert(deal);
    return deal;
  }

  Deal patch(Deal before, JsonNode patch) {
    DealRequest request = MergePatch.apply(asRequest(before), patch, DealRequest.class);
    new Validation().that(before.id().equals(request.id()), "id", "never changes").check();
    check(request);
    Deal after = deal(before.id(), request, before.createdAt(), before.version() + 1);
    tx.deals().update(after);
    return after;
  }

  private Deal deal(UUID id, DealRequest request, Instant createdAt, long version) {
    return new Deal(
        id,
        Objects.requireNonNull(request.name()).strip(),
        Objects.requireNonNullElse(request.stage(), Deal.Stage.LEAD),
        request.amount(),
        request.customerId(),
        request.organizationId(),
        request.ownerId(),
        createdAt,
        tx.now(),
        version);
  }

  private static DealRequest asRequest(Deal deal) {
    return new DealRequest(
        deal.id(),
        deal.name(),
        deal.stage(),
        deal.amount(),
        deal.customerId(),
        deal.organizationId(),
        deal.ownerId());
  }

  private void check(DealRequest request) {
    Long amount = request.amount();
    Validation validation =
        new Validation()
            .required("name", request.name(), Limits.NAME)
            .that(amount == null || amount >= 0, "amount", "must not be negative");
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
