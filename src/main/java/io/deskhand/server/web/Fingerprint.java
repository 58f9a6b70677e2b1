package io.deskhand.server.web;

import io.deskhand.server.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, in hex. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Of {@code text}. */
  public static String of(String text) {
    return HexFormat.of().formatHex(Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of a request. */
  public static String of(String method, String path, byte[] body) {
    MessageDigest digest = Sha256.start();
    digest.update((method + " " + path + "\n").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(body));
  }

  /** Of what {@code digest} was given, which begins anew. */
  public static String of(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
