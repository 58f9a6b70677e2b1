package io.deskhand.sync;

import java.security.cert.CertificateException;

/** A server's certificate that nobody vouches for. */
public final class UnknownCertificate extends CertificateException {
  private static final long serialVersionUID = 1;
  private final String fingerprint;

  UnknownCertificate(String fingerprint, CertificateException cause) {
    super("nobody vouches for the certificate " + fingerprint, cause);
    this.fingerprint = fingerprint;
  }

  /** Its SHA-256, as pairs of hex digits with colons between them. */
  public String fingerprint() {
    return fingerprint;
  }
}
