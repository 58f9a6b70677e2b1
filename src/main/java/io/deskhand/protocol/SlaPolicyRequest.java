package io.deskhand.protocol;

import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/sla-policies, and of PATCH, where what is left out stays and what is
 * null is cleared.
 *
 * @param priority null for any
 * @param organizationTier null for any
 * @param subscriptionStatus of the organization, in any case; null for any
 * @param calendarId null: every hour of every day
 * @param enabled null when it is made: yes
 */
public record SlaPolicyRequest(
    @Nullable String name,
    @Nullable Priority priority,
    @Nullable OrganizationTier organizationTier,
    @Nullable String subscriptionStatus,
    @Nullable Integer firstResponseMinutes,
    @Nullable Integer resolutionMinutes,
    @Nullable UUID calendarId,
    @Nullable Boolean enabled) {}
