package io.deskhand.server.live;

import io.deskhand.model.Me;
import io.deskhand.server.store.Scope;
import java.time.Instant;

/**
 * Who a socket belongs to, as its last token said.
 *
 * @param expiresAt when the token ends, and with it the socket unless it brings another
 */
record Identity(String token, Me me, Scope scope, long scopeVersion, Instant expiresAt) {}
