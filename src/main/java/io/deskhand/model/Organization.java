package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that customers belong to; {@code healthScore} is 0 to 100, {@code lifetimeValue} in
 * whole units of the desk's currency.
 */
public record Organization(
    UUID id,
    String name,
    OrganizationTier tier,
    @Nullable Integer healthScore,
    @Nullable Long lifetimeValue,
    @Nullable String subscriptionStatus,
    long version) {}
