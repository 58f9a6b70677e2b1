package io.deskhand.server.web;

import io.deskhand.model.Me;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Scope;
import java.time.Instant;

/**
 * Somebody who is signed in, as they are at this moment.
 *
 * @param scopeVersion changes whenever {@code scope} does
 * @param expiresAt when their token ends
 */
public record Session(Me me, Scope scope, long scopeVersion, Instant expiresAt) {
  /** The session's person as history names them. */
  public Actor actor() {
    return new Actor(scope, me.name());
  }
}
