package io.deskhand.server.customers;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Limits;
import io.deskhand.protocol.MergePatch;
import io.deskhand.protocol.OrganizationRequest;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Tx;
import io.deskhand.server.web.Validation;
import java.util.Objects;
import java.util.UUID;

/** Makes and changes organizations. */
final class OrganizationChange {
  private static final int HEALTHIEST = 100;
  private final Tx tx;

  OrganizationChange(Tx tx) {
    this.tx = tx;
  }

  Organization create(OrganizationRequest request) {
    check(request);
    UUID id = Objects.requireNonNullElseGet(request.id(), tx::newId);
    if (tx.organizations().find(id).isPresent()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "There is an organization with this id already");
    }
    Organization organization = organization(id, request, 1);
    tx.organizations().insert(organization);
    return organization;
  }

  Organization patch(Organization before, JsonNode patch) {
    OrganizationRequest request =
        MergePatch.apply(asRequest(before), patch, OrganizationRequest.class);
    new Validation().that(before.id().equals(request.id()), "id", "never changes").check();
    check(request);
    Organization after = organization(before.id(), request, before.version() + 1);
    tx.organizations().update(after);
    return after;
  }

  private static Organization organization(UUID id, OrganizationRequest request, long version) {
    return new Organization(
        id,
        Objects.requireNonNull(request.name()).strip(),
        Objects.requireNonNullElse(request.tier(), OrganizationTier.FREE),
        request.healthScore(),
        request.lifetimeValue(),
        request.subscriptionStatus(),
        version);
  }

  private static OrganizationRequest asRequest(Organization organization) {
    return new OrganizationRequest(
        organization.id(),
        organization.name(),
        organization.tier(),
        organization.healthScore(),
        organization.lifetimeValue(),
        organization.subscriptionStatus());
  }

  private static void check(OrganizationRequest request) {
    Long value = request.lifetimeValue();
    new Validation()
        .required("name", request.name(), Limits.NAME)
        .range("healthScore", request.healthScore(), 0, HEALTHIEST)
        .that(value == null || value >= 0, "lifetimeValue", "must not be negative")
        .optional("subscriptionStatus", request.subscriptionStatus(), Limits.NAME)
        .check();
  }
}
