package io.deskhand.server.auth;

import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.LogoutRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.SetupRequest;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Signals;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.SessionVerifier;
import io.deskhand.server.web.Validation;
import java.time.Clock;
import java.util.Optional;

/** Signing in and out. */
public final class AuthFeature {
  private static final int LONGEST_SECRET = 1_000;
  private final SignIn signIn;
  private final Setup setup;
  private final SessionVerifier sessions;

  /**
   * Signs in the people in {@code ledger}.
   *
   * @param key 256 random bits that sign the access tokens, the same on all servers of the desk
   * @param signals to and from these
   */
  public AuthFeature(Ledger ledger, Passwords passwords, byte[] key, Signals signals, Clock clock) {
    AccessTokens tokens = new AccessTokens(key, clock);
    KeyedHash keyed = new KeyedHash(key);
    SignInThrottle throttle = new SignInThrottle(clock, signals, keyed);
    this.signIn = new SignIn(ledger, passwords, tokens, throttle, new Renewals(keyed));
    this.setup = new Setup(ledger, passwords);
    this.sessions = new Sessions(tokens, ledger);
  }

  /** Who checks access tokens. */
  public SessionVerifier sessions() {
    return sessions;
  }

  /** The token that makes the first admin; empty if the desk has its people. */
  public Optional<String> setupToken() {
    return setup.token();
  }

  /** POST /auth/login. */
  public Reply login(Exchange exchange) {
    LoginRequest request = exchange.body(LoginRequest.class);
    new Validation()
        .required("email", request.email(), LONGEST_SECRET)
        .required("password", request.password(), LONGEST_SECRET)
        .check();
    return Reply.ok(signIn.login(request.email(), request.password(), exchange.address()));
  }

  /** POST /auth/refresh. */
  public Reply refresh(Exchange exchange) {
    return Reply.ok(signIn.refresh(refreshToken(exchange), exchange.idempotencyKey()));
  }

  /** POST /auth/logout. */
  public Reply logout(Exchange exchange) {
    LogoutRequest request = exchange.body(LogoutRequest.class);
    new Validation().required("refreshToken", request.refreshToken(), LONGEST_SECRET).check();
    signIn.logout(request.refreshToken(), Boolean.TRUE.equals(request.everywhere()));
    return Reply.empty();
  }

  /** POST /auth/setup. */
  public Reply setup(Exchange exchange) {
    signIn.attempt(exchange.address());
    return Reply.of(201, signIn.begin(setup.run(exchange.body(SetupRequest.class))));
  }

  private static String refreshToken(Exchange exchange) {
    String token = exchange.body(RefreshRequest.class).refreshToken();
    new Validation().required("refreshToken", token, LONGEST_SECRET).check();
    return token;
  }
}
