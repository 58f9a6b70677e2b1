package io.deskhand.sync.cache;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.deskhand.protocol.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A profile's key on disk, locked with a password: AES-256-GCM under a key that Argon2id makes of
 * the password and a salt. Whoever takes the file has to try passwords, 19 MiB of memory and some
 * 30 ms each.
 *
 * @param memory in KiB
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a file and back
record SealedKey(String kdf, int memory, int iterations, byte[] salt, byte[] nonce, byte[] sealed) {
  static final String NAME = "key.sealed";
  private static final String ARGON2ID = "argon2id";
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE = "io.deskhand.profile".getBytes(StandardCharsets.UTF_8);

  /** Locks {@code key} with {@code password} in {@code folder}, flushed; replaces what is there. */
  static void write(Path folder, String key, String password) throws IOException {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[SALT_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    SealedKey open = new SealedKey(ARGON2ID, MEMORY_KIB, ITERATIONS, salt, nonce, new byte[0]);
    try {
      byte[] sealed =
          open.cipher(Cipher.ENCRYPT_MODE, password)
              .doFinal(key.getBytes(StandardCharsets.US_ASCII));
      replace(folder.resolve(NAME), Json.bytes(open.with(sealed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  /** The key in {@code folder}; empty if there is none, or another password locks it. */
  static Optional<String> open(Path folder, String password) throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    SealedKey locked = Json.readTrusted(Files.readAllBytes(file), SealedKey.class);
    if (!locked.kdf.equals(ARGON2ID)) {
      throw new IOException("The key was locked in a way that this version does not know");
    }
    try {
      byte[] key = locked.cipher(Cipher.DECRYPT_MODE, password).doFinal(locked.sealed);
      return Optional.of(new String(key, StandardCharsets.US_ASCII));
    } catch (AEADBadTagException anotherPassword) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IOException("The key cannot be read", e);
    }
  }

  private SealedKey with(byte[] ciphertext) {
    return new SealedKey(kdf, memory, iterations, salt, nonce, ciphertext);
  }

  private Cipher cipher(int mode, String password) throws GeneralSecurityException {
    byte[] key =
        Argon2Function.getInstance(memory, iterations, 1, KEY_BYTES, Argon2.ID)
            .hash(password.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(PURPOSE);
    return cipher;
  }

  /** The old one is there until the new one is whole. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(next, bytes);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
