package io.deskhand.server.tls;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Certificates and keys from PEM files. */
final class Pem {
  private Pem() {}

  /** The certificates in {@code file}, in its order. */
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Object part : parts(file)) {
        if (part instanceof X509CertificateHolder holder) {
          chain.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new BadCertificate("The certificate in " + file + " cannot be read", e);
    }
    if (chain.isEmpty()) {
      throw new BadCertificate("There is no PEM certificate in " + file);
    }
    return chain;
  }

  /** The unencrypted private key in {@code file}. */
  static PrivateKey key(Path file) {
    try {
      for (Object part : parts(file)) {
        if (part instanceof PEMKeyPair pair) {
          return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PrivateKeyInfo info) {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        }
      }
    } catch (IOException e) {
      throw new BadCertificate("The key in " + file + " cannot be read", e);
    }
    throw new BadCertificate("There is no unencrypted PEM key in " + file);
  }

  private static List<Object> parts(Path file) {
    List<Object> parts = new ArrayList<>();
    try (Reader text = new StringReader(Files.readString(file));
        PEMParser parser = new PEMParser(text)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        parts.add(part);
      }
      return parts;
    } catch (IOException e) {
      throw new BadCertificate("Cannot read " + file + " as PEM", e);
    }
  }
}
