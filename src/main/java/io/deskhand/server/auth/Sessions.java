package io.deskhand.server.auth;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.web.Session;
import io.deskhand.server.web.SessionVerifier;

/** Sessions from access tokens; the person is read from the store each time. */
final class Sessions implements SessionVerifier {
  private final AccessTokens tokens;
  private final Ledger ledger;

  Sessions(AccessTokens tokens, Ledger ledger) {
    this.tokens = tokens;
    this.ledger = ledger;
  }

  @Override
  public Session verify(String token) {
    AccessTokens.Claims claims = tokens.verify(token);
    Account account =
        ledger
            .read(view -> view.accounts().find(claims.personId()))
            .filter(found -> !found.disabled())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ErrorCode.UNAUTHENTICATED, "This account can no longer sign in"));
    return new Session(account.me(), account.scope(), account.scopeVersion(), claims.expiresAt());
  }
}
