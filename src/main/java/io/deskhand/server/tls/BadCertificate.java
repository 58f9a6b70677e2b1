package io.deskhand.server.tls;

/** A certificate or its key that cannot be used; the message says which and why. */
public final class BadCertificate extends RuntimeException {
  BadCertificate(String message, Throwable cause) {
    super(message, cause);
  }

  BadCertificate(String message) {
    super(message);
  }
}
