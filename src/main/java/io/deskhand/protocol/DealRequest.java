package io.deskhand.protocol;

import io.deskhand.model.Deal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/deals and PATCH /support/deals/{id}. What a PATCH leaves out stays,
 * what it has as null is cleared; {@code id} never changes.
 */
public record DealRequest(
    @Nullable UUID id,
    @Nullable String name,
    Deal.@Nullable Stage stage,
    @Nullable Long amount,
    @Nullable UUID customerId,
    @Nullable UUID organizationId,
    @Nullable UUID ownerId) {}
