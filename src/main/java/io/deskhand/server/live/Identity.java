package io.deskhand.server.live;

import io.deskhand.model.Me;
import io.deskhand.server.store.Scope;
import io.deskhand.server.web.Session;

/** Who a socket belongs to, as its last token said. */
record Identity(String token, Session session) {
  Me me() {
    return session.me();
  }

  Scope scope() {
    return session.scope();
  }

  long scopeVersion() {
    return session.scopeVersion();
  }
}
