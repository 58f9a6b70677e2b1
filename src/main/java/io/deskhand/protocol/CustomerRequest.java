package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/customers and PATCH /support/customers/{id}. What a PATCH leaves out
 * stays, what it has as null is cleared.
 */
public record CustomerRequest(
    @Nullable UUID id,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable UUID organizationId,
    @Nullable String language,
    @Nullable String accountStatus) {}
