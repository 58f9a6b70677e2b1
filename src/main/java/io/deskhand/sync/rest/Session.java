package io.deskhand.sync.rest;

import io.deskhand.protocol.Tokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one session, renewed in time. Of many callers that find the access token stale, one
 * renews it and the others wait for that. Thread-safe.
 */
public final class Session {
  private final AuthApi auth;
  private final Clock clock;
  private final Consumer<Tokens> renewed;
  // All guarded by this.
  private String refreshToken;
  private @Nullable String accessToken;
  private Instant renewAt = Instant.EPOCH;
  private boolean closed;

  /**
   * @param refreshToken what the last session has left
   * @param renewed is given each new pair before it is used, to keep it
   */
  public Session(AuthApi auth, Clock clock, String refreshToken, Consumer<Tokens> renewed) {
    this.auth = auth;
    this.clock = clock;
    this.refreshToken = refreshToken;
    this.renewed = renewed;
  }

  /** A session that has just been signed in. */
  public static Session of(AuthApi auth, Clock clock, Tokens tokens, Consumer<Tokens> renewed) {
    Session session = new Session(auth, clock, tokens.refreshToken(), renewed);
    session.take(tokens);
    return session;
  }

  /**
   * An access token with some life left in it; may renew it over the network.
   *
   * @throws SessionEnded if the server does not renew it
   */
  public synchronized String token() throws IOException {
    String current = accessToken;
    return current != null && clock.instant().isBefore(renewAt) ? current : renew();
  }

  /** Another access token than {@code stale}, which the server has refused. */
  public synchronized String insteadOf(String stale) throws IOException {
    return stale.equals(accessToken) || accessToken == null ? renew() : accessToken;
  }

  /** Makes the next {@link #token} a new one. */
  public synchronized void distrust() {
    accessToken = null;
  }

  /** Waits for a renewal that is under way, so that its token is kept, and begins no other. */
  public synchronized void close() {
    closed = true;
  }

  /** When the access token is to be renewed. */
  public synchronized Instant renewAt() {
    return renewAt;
  }

  /** The token that ends this session. */
  public synchronized String refreshToken() {
    return refreshToken;
  }

  private String renew() throws IOException {
    if (closed) {
      throw new IOException("The session is closed");
    }
    try {
      Tokens next = auth.refresh(refreshToken);
      renewed.accept(next);
      return take(next);
    } catch (Refused e) {
      if (e.isTransient()) {
        throw new IOException("The session could not be renewed yet: " + e.words(), e);
      }
      throw new SessionEnded(e);
    }
  }

  private synchronized String take(Tokens tokens) {
    accessToken = tokens.accessToken();
    refreshToken = tokens.refreshToken();
    // At four fifths of its life: early enough for a slow network and a clock that is a bit off.
    renewAt = clock.instant().plus(Duration.ofMillis(tokens.expiresIn() * 800));
    return tokens.accessToken();
  }
}
