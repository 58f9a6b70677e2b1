package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Customer;
import io.deskhand.protocol.CustomerRequest;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and changes customers. */
final class CustomerChange {
  private static final int LANGUAGE = 35;
  private final Tx tx;
  private final Actor actor;

  CustomerChange(Tx tx, Actor actor) {
    this.tx = tx;
    this.actor = actor;
  }

  Customer create(CustomerRequest request) {
    check(request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.customers().find(id).isPresent()) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is a customer with this id already");
    }
    Customer customer = customer(id, request, 1);
    requireFree(customer);
    tx.customers().insert(customer);
    return customer;
  }

  Customer patch(Customer before, JsonNode patch) {
    CustomerRequest request = MergePatch.apply(asRequest(before), patch, CustomerRequest.class);
    new Validation().that(before.id().equals(request.id()), "id", "never changes").check();
    check(request);
    Customer after = customer(before.id(), request, before.version() + 1);
    allow(before, after);
    requireFree(after);
    tx.customers().update(after);
    return after;
  }

  private static Customer customer(UUID id, CustomerRequest request, long version) {
    return new Customer(
        id,
        Objects.requireNonNull(request.name()).strip(),
        stripped(request.email()),
        stripped(request.phone()),
        request.organizationId(),
        request.language(),
        request.accountStatus(),
        version);
  }

  private static CustomerRequest asRequest(Customer customer) {
    return new CustomerRequest(
        customer.id(),
        customer.name(),
        customer.email(),
        customer.phone(),
        customer.organizationId(),
        customer.language(),
        customer.accountStatus());
  }

  private void check(CustomerRequest request) {
    String email = request.email();
    UUID organization = request.organizationId();
    new Validation()
        .required("name", request.name(), Limits.NAME)
        .that(email == null || !email.isBlank(), "email", "is missing")
        .optional("email", email, Limits.NAME)
        .email("email", email)
        .optional("phone", request.phone(), Limits.NAME)
        .optional("language", request.language(), LANGUAGE)
        .optional("accountStatus", request.accountStatus(), Limits.NAME)
        .that(
            organization == null || tx.organizations().find(organization).isPresent(),
            "organizationId",
            "no such organization")
        .check();
  }

  /** Who signs in with an address, and what they belong to, is not theirs to say. */
  private void allow(Customer before, Customer after) {
    boolean reachOnly =
        Objects.equals(before.email(), after.email())
            && Objects.equals(before.organizationId(), after.organizationId())
            && Objects.equals(before.accountStatus(), after.accountStatus());
    if (!actor.role().isStaff() && !reachOnly) {
      throw Problems.forbidden("Customers change their name, phone and language only");
    }
  }

  private void requireFree(Customer customer) {
    String email = customer.email();
    boolean taken =
        email != null
            && (tx.staff().findByEmail(email).isPresent()
                || tx.customers()
                    .findByEmail(email)
                    .filter(other -> !other.id().equals(customer.id()))
                    .isPresent());
    if (taken) {
      throw ProblemException.of(ErrorCode.CONFLICT, "There is somebody with this e-mail already");
    }
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
