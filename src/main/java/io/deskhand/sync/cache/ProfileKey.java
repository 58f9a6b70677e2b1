package io.deskhand.sync.cache;

import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random 256-bit key of a profile's files. It belongs in the keychain; where there is none,
 * only what a password locks is on disk ({@link SealedKey}).
 *
 * @param hex 64 hexadecimal digits
 */
record ProfileKey(String hex, KeyPlace place) {
  private static final int BYTES = 32;
  private static final String PLAIN = "key";
  private static final String MARK = "key-in-keychain";

  /**
   * Finds the profile's key, or makes one in the keychain; empty if a password is needed for that.
   *
   * @param sealed whether there are files already that passwords lock
   * @throws SyncException if it is in a keychain that does not answer now: a new key would lock the
   *     agent out of their own words
   */
  static Optional<ProfileKey> of(Path folder, Vault vault, boolean sealed) {
    try {
      return find(folder, vault, sealed);
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The key of this profile cannot be read", e);
    }
  }

  /** Another one. */
  static ProfileKey random(KeyPlace place) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return new ProfileKey(HexFormat.of().formatHex(key), place);
  }

  private static Optional<ProfileKey> find(Path folder, Vault vault, boolean sealed)
      throws IOException {
    Path plain = folder.resolve(PLAIN);
    if (Files.exists(plain)) {
      return Optional.of(new ProfileKey(Files.readString(plain).strip(), KeyPlace.FILE));
    }
    if (sealed) {
      return Optional.empty();
    }
    Path mark = folder.resolve(MARK);
    String account = folder.toRealPath().toString();
    try {
      Optional<String> kept = vault.read(account);
      if (kept.isPresent()) {
        return Optional.of(new ProfileKey(kept.get(), KeyPlace.KEYCHAIN));
      }
      ProfileKey made = random(KeyPlace.KEYCHAIN);
      vault.write(account, made.hex);
      Files.writeString(mark, "");
      return Optional.of(made);
    } catch (Vault.Unavailable e) {
      if (Files.exists(mark)) {
        throw new SyncException(
            Reason.INTERNAL,
            "The system's keychain, which holds the key of this profile, does not answer."
                + " Unlock it and start again",
            e);
      }
      return Optional.empty();
    }
  }

  /** Forgets what {@link #of} has made in the keychain. */
  static void forget(Path folder, Vault vault) throws IOException {
    try {
      vault.delete(folder.toRealPath().toString());
    } catch (Vault.Unavailable e) {
      throw new SyncException(
          Reason.INTERNAL, "The system's keychain, which holds the key, does not answer", e);
    }
    Files.deleteIfExists(folder.resolve(MARK));
  }

  /** Locks it with {@code password} in {@code folder}; a plain one that is there goes. */
  ProfileKey lockedWith(String password, Path folder) throws IOException {
    SealedKey.write(folder, hex, password);
    Files.deleteIfExists(folder.resolve(PLAIN));
    return new ProfileKey(hex, KeyPlace.PASSWORD);
  }

  /** Another key, from which this one cannot be told. */
  byte[] derived(String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(hex), "HmacSHA256"));
      return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "ProfileKey[" + place + "]";
  }
}
