package io.deskhand.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) of texts under a key of the desk's. Thread-safe. */
final class KeyedHash {
  private static final String MAC = "HmacSHA256";
  private final SecretKeySpec key;

  /**
   * @param key 256 random bits, the same on all servers of the desk
   */
  KeyedHash(byte[] key) {
    this.key = new SecretKeySpec(key, MAC);
  }

  /** 32 bytes. */
  byte[] of(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
