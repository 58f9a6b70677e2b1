package io.deskhand.server.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How a server proves who it is: a certificate with its key. */
public final class ServerTls {
  private static final String ALIAS = "desk";
  private static final String FILE = "tls.pem";
  private final List<X509Certificate> chain;
  private final PrivateKey key;

  private ServerTls(List<X509Certificate> chain, PrivateKey key) {
    this.chain = chain;
    this.key = key;
  }

  /**
   * The certificate and its chain in {@code certificate}, with the key in {@code key}; both PEM.
   *
   * @throws BadCertificate if they cannot be read
   */
  public static ServerTls of(Path certificate, Path key) {
    return new ServerTls(Pem.certificates(certificate), Pem.key(key));
  }

  /**
   * The self-signed certificate in {@code directory}, made for {@code host} where there is none.
   */
  public static ServerTls selfSigned(Path directory, String host, Instant now) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot make " + directory, e);
      }
      SelfSigned.write(file, host, now);
    }
    return of(file, file);
  }

  /** The certificate's SHA-256, as pairs of hex digits with colons between them. */
  public String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.ofDelimiter(":")
          .formatHex(sha256.digest(chain.getFirst().getEncoded()))
          .toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot hash a certificate", e);
    }
  }

  /**
   * What Jetty speaks TLS 1.2 and 1.3 with.
   *
   * @throws BadCertificate if the key is not the certificate's
   */
  public SslContextFactory.Server factory() {
    char[] password = randomPassword();
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStore(keyStore(password));
    factory.setKeyStorePassword(new String(password));
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }

  private static char[] randomPassword() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).toCharArray();
  }

  private KeyStore keyStore(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new BadCertificate("The certificate and the key do not belong together", e);
    }
  }
}
