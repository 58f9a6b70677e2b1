package io.deskhand.sync.search;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cipher of one file, from any place in it; the same for both directions. Of one thread. */
final class FileCipher {
  /** The bytes in front of a file. */
  static final int START = 16;

  private static final int BLOCK = 16;
  private final SecretKeySpec key;
  private final byte[] start;
  private final Cipher cipher;
  private long next = -1;

  FileCipher(byte[] key, byte[] start) {
    this(new SecretKeySpec(key, "AES"), start.clone());
  }

  private FileCipher(SecretKeySpec key, byte[] start) {
    this.key = key;
    this.start = start;
    try {
      this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  /** Another one of the same file, for another thread. */
  FileCipher copy() {
    return new FileCipher(key, start);
  }

  /** Turns {@code length} bytes that stand at {@code at} of the file over, into {@code out}. */
  void apply(long at, byte[] bytes, int offset, int length, byte[] out) {
    try {
      if (at != next) {
        seek(at);
      }
      cipher.update(bytes, offset, length, out, 0);
      next = at + length;
    } catch (GeneralSecurityException e) {
      next = -1;
      throw new IllegalStateException("a stream cipher takes any bytes", e);
    }
  }

  private void seek(long at) throws GeneralSecurityException {
    byte[] counter = new BigInteger(1, start).add(BigInteger.valueOf(at / BLOCK)).toByteArray();
    byte[] block = new byte[BLOCK];
    int used = Math.min(BLOCK, counter.length);
    System.arraycopy(counter, counter.length - used, block, BLOCK - used, used);
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(block));
    int skipped = (int) (at % BLOCK);
    if (skipped > 0) {
      Arrays.fill(block, (byte) 0);
      cipher.update(block, 0, skipped, block, 0);
    }
  }
}
