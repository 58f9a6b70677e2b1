package io.deskhand.server.store;

import io.deskhand.model.Role;
import java.util.UUID;

/** Who does something: their name as history will show it, and what they may see. */
public record Actor(Scope scope, String name) {
  public UUID id() {
    return scope.userId();
  }

  public Role role() {
    return scope.role();
  }
}
