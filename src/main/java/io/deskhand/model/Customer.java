package io.deskhand.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks for support (the Contact and User of the seeds); {@code language} is a BCP 47
 * tag.
 */
public record Customer(
    UUID id,
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable UUID organizationId,
    @Nullable String language,
    @Nullable String accountStatus,
    long version) {}
