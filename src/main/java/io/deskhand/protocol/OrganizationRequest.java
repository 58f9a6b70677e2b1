package io.deskhand.protocol;

import io.deskhand.model.OrganizationTier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/organizations and PATCH /support/organizations/{id}. What a PATCH
 * leaves out stays, what it has as null is cleared.
 *
 * @param tier null: free
 */
public record OrganizationRequest(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable OrganizationTier tier,
    @Nullable Integer healthScore,
    @Nullable Long lifetimeValue,
    @Nullable String subscriptionStatus) {}
