package io.deskhand.server.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, for whoever feeds it piece by piece. */
public final class Sha256 {
  private Sha256() {}

  /** A new one. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
