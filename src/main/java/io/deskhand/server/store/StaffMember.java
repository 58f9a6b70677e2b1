package io.deskhand.server.store;

import io.deskhand.model.Agent;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent with what their sign-in needs.
 *
 * @param leads the departments that a lead leads besides their own
 * @param passwordHash null for someone who cannot sign in
 */
public record StaffMember(Agent agent, Set<UUID> leads, @Nullable String passwordHash) {
  public StaffMember {
    leads = Set.copyOf(leads);
  }
}
