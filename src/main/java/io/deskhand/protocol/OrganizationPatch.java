package io.deskhand.protocol;

import io.deskhand.model.OrganizationTier;
import org.jspecify.annotations.Nullable;

/** The body of PATCH /support/organizations/{id}; what is left out or null stays. */
public record OrganizationPatch(
    @Nullable String name,
    @Nullable OrganizationTier tier,
    @Nullable Integer healthScore,
    @Nullable Long lifetimeValue,
    @Nullable String subscriptionStatus) {}
