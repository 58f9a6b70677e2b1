package io.deskhand.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale that is going on with a customer or an organization; {@code amount} in whole units of the
 * desk's currency, {@code ownerId} the agent who sells.
 */
public record Deal(
    UUID id,
    String name,
    Stage stage,
    @Nullable Long amount,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID ownerId,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** How far a deal has come. */
  public enum Stage implements WireEnum {
    LEAD,
    QUALIFIED,
    PROPOSAL,
    NEGOTIATION,
    WON,
    LOST
  }
}
