package io.deskhand.server.store;

import io.deskhand.model.Organization;
import io.deskhand.model.Ticket;
import io.deskhand.model.calendar.BusinessTime;
import io.deskhand.model.sla.SlaPlan;
import io.deskhand.model.sla.SlaPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which targets fit a ticket, by the policies that there are now. What was read once is kept: for
 * one transaction, on its thread.
 */
public final class SlaPlans {
  private final View view;
  private final Map<UUID, BusinessTime> times = new HashMap<>();
  private final Map<UUID, Optional<Organization>> organizations = new HashMap<>();
  private @Nullable List<SlaPolicy> policies;

  public SlaPlans(View view) {
    this.view = view;
  }

  /** The same by {@code policies} instead of those of the view. */
  SlaPlans(View view, List<SlaPolicy> policies) {
    this.view = view;
    this.policies = policies;
  }

  /** The targets of {@code ticket}; none if no policy fits it. */
  public SlaPlan of(Ticket ticket) {
    return SlaPolicy.choose(policies(), ticket.priority(), organization(ticket.organizationId()))
        .map(policy -> SlaPlan.of(policy, time(policy.calendarId())))
        .orElse(SlaPlan.NONE);
  }

  /** The hours of a calendar; null: every hour. */
  public BusinessTime time(@Nullable UUID calendarId) {
    return calendarId == null
        ? BusinessTime.ALWAYS
        : times.computeIfAbsent(calendarId, view.sla()::hours);
  }

  private List<SlaPolicy> policies() {
    List<SlaPolicy> known = policies;
    if (known == null) {
      known = view.sla().policies();
      policies = known;
    }
    return known;
  }

  private @Nullable Organization organization(@Nullable UUID organizationId) {
    return organizationId == null
        ? null
        : organizations
            .computeIfAbsent(organizationId, id -> view.organizations().find(id))
            .orElse(null);
  }
}
