package io.deskhand.server.store;

import io.deskhand.model.Me;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param scopeVersion changes whenever {@code scope} does
 * @param passwordHash null if they cannot sign in with a password
 * @param disabled whether they are shut out
 */
public record Account(
    Me me, Scope scope, long scopeVersion, @Nullable String passwordHash, boolean disabled) {
  public Actor actor() {
    return new Actor(scope, me.name());
  }
}
