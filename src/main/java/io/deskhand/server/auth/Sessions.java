package io.deskhand.server.auth;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.View;
import io.deskhand.server.web.Session;
import io.deskhand.server.web.SessionVerifier;
import java.util.Optional;

/**
 * Sessions from access tokens; the person and whether they are still signed in are read from the
 * store each time.
 */
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
            .read(view -> account(view, claims))
            .filter(found -> !found.disabled())
            .orElseThrow(
                () ->
                    ProblemException.of(
                        ErrorCode.UNAUTHENTICATED, "This session has ended: sign in again"));
    return new Session(account.me(), account.scope(), account.scopeVersion(), claims.expiresAt());
  }

  private static Optional<Account> account(View view, AccessTokens.Claims claims) {
    return view.accounts().isSignedIn(claims.family())
        ? view.accounts().find(claims.personId())
        : Optional.empty();
  }
}
