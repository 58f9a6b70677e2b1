package io.deskhand.sync;

import io.deskhand.sync.SyncException.Reason;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which servers a console talks to, beyond those whose certificates the system vouches for.
 *
 * @param fingerprint the SHA-256 of a certificate that is good without anybody's word: 64 hex
 *     digits in lower case; null for none
 * @param plainHttp whether passwords may go to another machine over plain HTTP
 */
public record ServerTrust(@Nullable String fingerprint, boolean plainHttp) {
  /** Those that the system vouches for, and those on this machine. */
  public static final ServerTrust STANDARD = new ServerTrust(null, false);

  private static final int HEX_DIGITS = 64;

  /**
   * Also the certificate with that fingerprint, however it is written: with colons or without.
   *
   * @throws IllegalArgumentException if it is no SHA-256
   */
  public ServerTrust withFingerprint(String written) {
    String hex = written.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    if (hex.length() != HEX_DIGITS || !hex.matches("[0-9a-f]+")) {
      throw new IllegalArgumentException("not a SHA-256 fingerprint: " + written);
    }
    return new ServerTrust(hex, plainHttp);
  }

  /**
   * Passes a server that may be talked to.
   *
   * @throws SyncException UNTRUSTED_SERVER for plain HTTP to another machine
   */
  public void check(URI server) {
    if ("http".equalsIgnoreCase(server.getScheme())
        && !plainHttp
        && !isLoopback(String.valueOf(server.getHost()).toLowerCase(Locale.ROOT))) {
      throw new SyncException(
          Reason.UNTRUSTED_SERVER,
          "This server is on another machine and its address is not https: everybody on the way"
              + " could read the password. If that is as it should be, start the console with"
              + " --plain-http");
    }
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }
}
