package io.deskhand.sync.rest;

import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.LogoutRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import io.deskhand.sync.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Signing in and staying so. Blocks; thread-safe. */
public final class AuthApi implements AutoCloseable {
  private final Http http;

  /**
   * @throws IllegalArgumentException if {@code server} is no http or https address
   */
  public AuthApi(URI server, Duration callTimeout, ServerTrust trust) {
    this(new OkHttpTransport(server, callTimeout, trust));
  }

  /** Over {@code transport}, which it closes in the end. */
  public AuthApi(Transport transport) {
    this.http = new Http(transport);
  }

  /** Signs in; a wrong password is {@link Refused}. */
  public Tokens login(String email, String password) throws IOException {
    return post(Routes.LOGIN, new LoginRequest(email, password));
  }

  /** The next pair of tokens; the old refresh token is spent. */
  public Tokens refresh(String refreshToken) throws IOException {
    return post(Routes.REFRESH, new RefreshRequest(refreshToken));
  }

  /** Ends the session on the server. */
  public void logout(String refreshToken) throws IOException {
    http.sendOnce(Routes.LOGOUT, new LogoutRequest(refreshToken, null));
  }

  /** Ends every session of the same person. */
  public void logoutEverywhere(String refreshToken) throws IOException {
    http.sendOnce(Routes.LOGOUT, new LogoutRequest(refreshToken, true));
  }

  @Override
  public void close() {
    http.close();
  }

  private Tokens post(String path, Object body) throws IOException {
    return Http.read(http.sendOnce(path, body), Tokens.class);
  }
}
