package io.deskhand.server.hooks;

import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.View;
import org.jspecify.annotations.Nullable;

/**
 * A verb that is about to be carried out.
 *
 * @param before the ticket as it is; null while it is created
 * @param proposed the ticket as it will be
 */
public record Intended(
    View view, Actor actor, Verb verb, @Nullable Ticket before, Ticket proposed) {
  Intended with(Ticket ticket) {
    return new Intended(view, actor, verb, before, ticket);
  }
}
