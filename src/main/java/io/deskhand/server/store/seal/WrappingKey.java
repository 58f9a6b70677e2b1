package io.deskhand.server.store.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** The key that encrypts a key file, from a file of its own. */
final class WrappingKey {
  private static final int BYTES = 32;

  private WrappingKey() {}

  static Aead read(Path file) {
    try {
      byte[] key = decode(Files.readString(file).strip());
      if (key.length != BYTES) {
        throw unusable(file, new IllegalArgumentException(key.length + " bytes"));
      }
      return aead(key);
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not there", e);
    }
  }

  private static byte[] decode(String text) {
    return text.length() == 2 * BYTES
        ? HexFormat.of().parseHex(text)
        : Base64.getDecoder().decode(text);
  }

  @AccessesPartialKey
  private static Aead aead(byte[] key) throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    AesGcmKey imported =
        AesGcmKey.builder()
            .setParameters(parameters)
            .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .setConfiguration(TinkConfig2026.get())
        .addEntry(KeysetHandle.importKey(imported).withRandomId().makePrimary())
        .build()
        .getPrimitive(TinkConfig2026.get(), Aead.class);
  }

  private static KeysUnusable unusable(Path file, Exception cause) {
    return new KeysUnusable(
        "The key in " + file + " must be " + BYTES + " random bytes as base64 or hex", cause);
  }
}
