package io.deskhand.sync;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Takes a server's certificate if the console was told its fingerprint, or if the system vouches
 * for it and for the server's name. Thread-safe.
 */
public final class CertificateCheck extends X509ExtendedTrustManager {
  private final @Nullable String pinned;
  private final X509ExtendedTrustManager system;

  /** The check that goes with {@code trust}. */
  public CertificateCheck(ServerTrust trust) {
    this.pinned = trust.fingerprint();
    this.system = system();
  }

  /** A TLS context that checks servers with this. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("there is no TLS here", e);
    }
  }

  /** Whether {@code certificate} is the one whose fingerprint the console was told. */
  public boolean isPinned(X509Certificate certificate) throws CertificateException {
    return pinned != null && pinned.equals(HexFormat.of().formatHex(sha256(certificate)));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain, () -> system.checkServerTrusted(chain, type, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, () -> system.checkServerTrusted(chain, type, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain, () -> system.checkServerTrusted(chain, type));
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    system.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    system.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    system.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return system.getAcceptedIssuers();
  }

  @FunctionalInterface
  private interface Check {
    void run() throws CertificateException;
  }

  private void check(X509Certificate[] chain, Check bySystem) throws CertificateException {
    if (isPinned(chain[0])) {
      return;
    }
    try {
      bySystem.run();
    } catch (CertificateException e) {
      String fingerprint =
          HexFormat.ofDelimiter(":").formatHex(sha256(chain[0])).toUpperCase(Locale.ROOT);
      throw new UnknownCertificate(fingerprint, e);
    }
  }

  private static byte[] sha256(X509Certificate certificate) throws CertificateException {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static X509ExtendedTrustManager system() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("the system vouches for nobody");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the system's certificates cannot be read", e);
    }
  }
}
