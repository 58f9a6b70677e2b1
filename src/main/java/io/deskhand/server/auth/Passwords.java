package io.deskhand.server.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Hashes passwords with Argon2id; the parameters are part of each hash. Thread-safe. */
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** How many are hashed at once: each takes 19 MiB. */
  private static final int AT_ONCE = 4;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
  private static final String NOBODYS = hashed("nobody has this password");

  private final Semaphore free = new Semaphore(AT_ONCE);

  /** The hash to store for {@code password}. */
  public String hash(String password) {
    free.acquireUninterruptibly();
    try {
      return hashed(password);
    } finally {
      free.release();
    }
  }

  /**
   * Whether {@code hash} is of {@code password}. Takes as long where there is no hash, so that
   * nobody learns from it who has an account.
   */
  boolean matches(String password, @Nullable String hash) {
    String expected = hash == null ? NOBODYS : hash;
    free.acquireUninterruptibly();
    try {
      boolean same =
          Password.check(password, expected).with(Argon2Function.getInstanceFromHash(expected));
      return same && hash != null;
    } finally {
      free.release();
    }
  }

  private static String hashed(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
  }
}
