package io.deskhand.sync.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher of one file, from any place in it; the same for both directions. AES in counter mode,
 * whose blocks are made here: the library's own has to be set up anew, key and all, for each place
 * that is jumped to. Thread-safe.
 */
final class FileCipher {
  /** The bytes in front of a file. */
  static final int START = 16;

  private static final int BLOCK = 16;
  private static final int AT_ONCE = 1_024;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private final Pads pads;
  private final long startHigh;
  private final long startLow;

  /**
   * @param start the file's first {@link #START} bytes
   */
  FileCipher(Pads pads, byte[] start) {
    this.pads = pads;
    this.startHigh = (long) LONGS.get(start, 0);
    this.startLow = (long) LONGS.get(start, Long.BYTES);
  }

  /** Turns {@code length} bytes over that stand at {@code at} of the file. */
  void apply(long at, byte[] bytes, int offset, int length) {
    Pad pad = pads.ofThisThread();
    int done = 0;
    while (done < length) {
      int skipped = (int) ((at + done) % BLOCK);
      int wanted = Math.min(AT_ONCE, skipped + length - done);
      byte[] key = pad.make((at + done) / BLOCK, Math.ceilDiv(wanted, BLOCK) * BLOCK, this);
      for (int from = skipped; from < wanted; from++, done++) {
        bytes[offset + done] ^= key[from];
      }
    }
  }

  /** The pads of a key, one for each thread. Thread-safe. */
  static final class Pads {
    @SuppressWarnings("ThreadLocalUsage") // there are as many as directories, which is one
    private final ThreadLocal<Pad> pads;

    /**
     * @param key 32 bytes
     */
    Pads(byte[] key) {
      SecretKeySpec secret = new SecretKeySpec(key, "AES");
      this.pads = ThreadLocal.withInitial(() -> new Pad(secret));
    }

    Pad ofThisThread() {
      return pads.get();
    }
  }

  /** What bytes are turned over with. */
  private static final class Pad {
    private final Cipher cipher;
    private final byte[] counters = new byte[AT_ONCE];
    private final byte[] pad = new byte[AT_ONCE];

    Pad(SecretKeySpec key) {
      try {
        this.cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has AES", e);
      }
    }

    /** {@code length} bytes, from a block of {@code file} on; good until the next. */
    byte[] make(long block, int length, FileCipher file) {
      for (int at = 0; at < length; at += BLOCK) {
        long low = file.startLow + block + at / BLOCK;
        boolean carries = Long.compareUnsigned(low, file.startLow) < 0;
        LONGS.set(counters, at, carries ? file.startHigh + 1 : file.startHigh);
        LONGS.set(counters, at + Long.BYTES, low);
      }
      try {
        cipher.update(counters, 0, length, pad, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("whole blocks can be turned over", e);
      }
      return pad;
    }
  }
}
