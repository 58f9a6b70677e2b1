package io.deskhand.server.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which deals; a null means any. */
public record DealFilter(@Nullable UUID customerId, @Nullable UUID organizationId) {}
