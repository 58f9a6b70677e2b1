package io.deskhand.server.store;

import io.deskhand.model.Agent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who work at the desk. */
public interface StaffReads {
  Optional<Agent> find(UUID id);

  Optional<Agent> findByEmail(String email);

  /** All of them, by name. */
  List<Agent> all();

  /** Who leads a department, by name; the admins where nobody does, and for none. */
  List<Agent> leadsOf(@Nullable UUID departmentId);

  /**
   * The agent whom automatic assignment picks (contract section 2): available, under capacity, of
   * at least {@code tier}, with the fewest active tickets, of those the one assigned longest ago.
   *
   * @param departmentId where they must work; null for anywhere
   * @param except who is not meant
   */
  Optional<Agent> leastBusy(@Nullable UUID departmentId, int tier, @Nullable UUID except);
}
