package io.deskhand.server.store;

import io.deskhand.model.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who does something: their name as history will show it, and what they may see. */
public record Actor(Scope scope, String name) {
  private static final UUID NOBODY = new UUID(0, 0);

  public UUID id() {
    return scope.userId();
  }

  /**
   * What the desk does by itself: it sees everything, and is nobody's person.
   *
   * @param name as history will show it
   */
  public static Actor desk(String name) {
    return new Actor(new Scope(NOBODY, Role.ADMIN, Set.of()), name);
  }

  /** The person; null for the desk itself. */
  public @Nullable UUID personId() {
    return NOBODY.equals(id()) ? null : id();
  }

  public Role role() {
    return scope.role();
  }
}
