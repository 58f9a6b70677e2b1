package io.deskhand.model.sla;

import io.deskhand.model.Organization;
import io.deskhand.model.OrganizationTier;
import io.deskhand.model.Priority;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How fast tickets are to be answered and resolved.
 *
 * @param priority of the tickets; null for any
 * @param organizationTier of the tickets' organizations; null for any, and for tickets without one
 * @param subscriptionStatus of the tickets' organizations, in any case; null for any
 * @param firstResponseMinutes of the calendar's time; null for no target
 * @param resolutionMinutes of the calendar's time; null for no target
 * @param calendarId whose hours count; null: every hour of every day
 * @param enabled one that is not is as if it were not there
 */
public record SlaPolicy(
    UUID id,
    String name,
    @Nullable Priority priority,
    @Nullable OrganizationTier organizationTier,
    @Nullable String subscriptionStatus,
    @Nullable Integer firstResponseMinutes,
    @Nullable Integer resolutionMinutes,
    @Nullable UUID calendarId,
    boolean enabled,
    long version) {

  /**
   * The one for a ticket: of those that fit the one that says most, a priority more than a
   * subscription, and that more than a tier.
   *
   * @param organization the ticket's; null if it has none
   */
  public static Optional<SlaPolicy> choose(
      Collection<SlaPolicy> policies, Priority priority, @Nullable Organization organization) {
    return policies.stream()
        .filter(policy -> policy.enabled && policy.fits(priority, organization))
        .max(Comparator.comparingInt(SlaPolicy::specificity));
  }

  /** Whether it is for the same tickets as {@code other}. */
  public boolean isForTheSameAs(SlaPolicy other) {
    return priority == other.priority
        && organizationTier == other.organizationTier
        && Objects.equals(lower(subscriptionStatus), lower(other.subscriptionStatus));
  }

  private boolean fits(Priority ofTicket, @Nullable Organization organization) {
    if (priority != null && priority != ofTicket) {
      return false;
    }
    if (organization == null) {
      return organizationTier == null && subscriptionStatus == null;
    }
    return (organizationTier == null || organizationTier == organization.tier())
        && (subscriptionStatus == null
            || Objects.equals(lower(subscriptionStatus), lower(organization.subscriptionStatus())));
  }

  private int specificity() {
    return (priority == null ? 0 : 4)
        + (subscriptionStatus == null ? 0 : 2)
        + (organizationTier == null ? 0 : 1);
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
  }
}
