package io.deskhand.sync.cache;

import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random 256-bit key of a profile's files. It belongs in the keychain. Where there is none, a
 * key for one session only would be safer, but outbox and drafts would not survive a restart, and
 * nothing typed may be lost: so it goes to the file {@code key} in the profile, for its owner only,
 * and {@link KeyPlace} says so.
 *
 * @param hex 64 hexadecimal digits
 * @param fresh made just now: files that are there belong to another key
 */
record ProfileKey(String hex, KeyPlace place, boolean fresh) {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /**
   * Finds the profile's key or makes one.
   *
   * @throws SyncException if it is in a keychain that does not answer now: a new key would lock the
   *     agent out of their own words
   */
  static ProfileKey of(Path folder, Vault vault) {
    try {
      return find(folder, vault);
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The key of this profile cannot be read", e);
    }
  }

  private static ProfileKey find(Path folder, Vault vault) throws IOException {
    Path file = folder.resolve("key");
    if (Files.exists(file)) {
      return new ProfileKey(Files.readString(file).strip(), KeyPlace.FILE, false);
    }
    Path mark = folder.resolve("key-in-keychain");
    String account = folder.toRealPath().toString();
    try {
      Optional<String> kept = vault.read(account);
      if (kept.isPresent()) {
        return new ProfileKey(kept.get(), KeyPlace.KEYCHAIN, false);
      }
      ProfileKey made = new ProfileKey(random(), KeyPlace.KEYCHAIN, true);
      vault.write(account, made.hex);
      Files.writeString(mark, "");
      return made;
    } catch (Vault.Unavailable e) {
      if (Files.exists(mark)) {
        throw new SyncException(
            Reason.INTERNAL,
            "The system's keychain, which holds the key of this profile, does not answer."
                + " Unlock it and start again",
            e);
      }
      return inFile(file);
    }
  }

  private static ProfileKey inFile(Path file) throws IOException {
    ProfileKey made = new ProfileKey(random(), KeyPlace.FILE, true);
    Files.createFile(file);
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
    Files.writeString(file, made.hex, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    return made;
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

  private static String random() {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  @Override
  public String toString() {
    return "ProfileKey[" + place + "]";
  }
}
