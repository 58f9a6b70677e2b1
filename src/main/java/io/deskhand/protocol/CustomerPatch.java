package io.deskhand.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of PATCH /support/customers/{id}; what is left out or null stays. */
public record CustomerPatch(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable UUID organizationId,
    @Nullable String language,
    @Nullable String accountStatus) {}
