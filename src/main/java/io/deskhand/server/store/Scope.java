package io.deskhand.server.store;

import io.deskhand.model.Role;
import java.util.Set;
import java.util.UUID;

/**
 * What a person may see (contract section 3).
 *
 * @param userId the person; a customer's is the {@code customerId} of their tickets
 * @param departments the one that an agent works in; for a lead also those that they lead
 */
public record Scope(UUID userId, Role role, Set<UUID> departments) {
  public Scope {
    departments = Set.copyOf(departments);
  }

  /** Whether this person may see a row that is for {@code audience}. */
  public boolean sees(Audience audience) {
    if (audience.staffOnly() && !role.isStaff()) {
      return false;
    }
    if (audience.everyone()) {
      return true;
    }
    return switch (role) {
      case ADMIN -> true;
      case CUSTOMER -> userId.equals(audience.customerId());
      case AGENT -> isWith(audience) || (audience.isUnassigned() && isIn(audience));
      case LEAD -> isWith(audience) || isIn(audience);
    };
  }

  private boolean isWith(Audience audience) {
    return userId.equals(audience.assignedTo()) || userId.equals(audience.escalatedTo());
  }

  private boolean isIn(Audience audience) {
    UUID department = audience.departmentId();
    return department != null && departments.contains(department);
  }
}
