package io.deskhand.server.store.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.security.GeneralSecurityException;

/**
 * The keys of the data: those that fields are sealed with, the newest of which seals and all of
 * which open, and the one that sealed values are found by, which never changes.
 */
record KeyRing(KeysetHandle fields, KeysetHandle index) {
  static KeyRing generate() {
    try {
      return new KeyRing(
          KeysetHandle.newBuilder()
              .setConfiguration(TinkConfig2026.get())
              .addEntry(newest(PredefinedAeadParameters.AES256_GCM))
              .build(),
          KeysetHandle.newBuilder()
              .setConfiguration(TinkConfig2026.get())
              .addEntry(newest(PredefinedPrfParameters.HMAC_SHA256_PRF))
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make keys", e);
    }
  }

  /** The same with a new key to seal with. */
  KeyRing rotated() {
    try {
      KeysetHandle more =
          KeysetHandle.newBuilder(fields)
              .setConfiguration(TinkConfig2026.get())
              .addEntry(newest(PredefinedAeadParameters.AES256_GCM))
              .build();
      return new KeyRing(more, index);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a key", e);
    }
  }

  private static KeysetHandle.Builder.Entry newest(Parameters parameters) {
    return KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary();
  }
}
