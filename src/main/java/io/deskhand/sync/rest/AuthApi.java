package io.deskhand.sync.rest;

import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.LogoutRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import io.deskhand.sync.ServerTrust;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

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
    return Http.read(http.sendOnce(Routes.LOGIN, new LoginRequest(email, password)), Tokens.class);
  }

  /**
   * The next pair of tokens; the old refresh token is spent. Where the answer was lost this may be
   * asked once more, by a later process too: the server knows it by its key, which is the same for
   * the same token.
   */
  public Tokens refresh(String refreshToken) throws IOException {
    byte[] request = ("renewal of " + refreshToken).getBytes(StandardCharsets.UTF_8);
    String key = UUID.nameUUIDFromBytes(request).toString();
    return Http.read(
        http.sendOnce(Routes.REFRESH, new RefreshRequest(refreshToken), key), Tokens.class);
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
}
