package io.deskhand.server.store.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Seals single values (AES-256-GCM) for one place in the database, and makes the keys that they can
 * be found by. Thread-safe.
 */
public final class FieldCipher {
  /** What sealed text begins with. */
  private static final String MARK = "~1:";

  private static final int INDEX_BYTES = 16;
  private static final int TINK_VERSION = 1;

  private final Aead aead;
  private final PrfSet index;
  private final int primaryKey;

  FieldCipher(KeyRing keys) {
    try {
      this.aead = keys.fields().getPrimitive(TinkConfig2026.get(), Aead.class);
      this.index = keys.index().getPrimitive(TinkConfig2026.get(), PrfSet.class);
      this.primaryKey = keys.fields().getPrimary().getId();
    } catch (GeneralSecurityException e) {
      throw new KeysUnusable("The keys are of a kind that is not known here", e);
    }
  }

  /** {@code plain} as text that only its place and the keys open. */
  public String seal(Place place, String plain) {
    byte[] sealed = seal(place, plain.getBytes(StandardCharsets.UTF_8));
    return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * What was sealed.
   *
   * @throws CannotOpen if it was not sealed here, for this place, with these keys
   */
  public String open(Place place, String sealed) {
    return new String(open(place, decode(place, sealed)), StandardCharsets.UTF_8);
  }

  /** The same for bytes. */
  public byte[] seal(Place place, byte[] plain) {
    try {
      return aead.encrypt(plain, place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal a value", e);
    }
  }

  /** The same for bytes. */
  public byte[] open(Place place, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place.associatedData());
    } catch (GeneralSecurityException e) {
      throw new CannotOpen(place, e);
    }
  }

  /** Whether a text looks as if it was sealed; for a table that has both kinds. */
  public static boolean isMarked(String text) {
    return text.startsWith(MARK);
  }

  /** What was sealed; empty for what does not open, such as what was never sealed. */
  Optional<String> tryOpen(Place place, String text) {
    try {
      return isMarked(text) ? Optional.of(open(place, text)) : Optional.empty();
    } catch (CannotOpen _) {
      return Optional.empty();
    }
  }

  /** The same for bytes. */
  Optional<byte[]> tryOpen(Place place, byte[] bytes) {
    try {
      return Optional.of(open(place, bytes));
    } catch (CannotOpen _) {
      return Optional.empty();
    }
  }

  /** Whether a sealed text was made with the newest key. */
  boolean isCurrent(Place place, String sealed) {
    return isCurrent(decode(place, sealed));
  }

  boolean isCurrent(byte[] sealed) {
    ByteBuffer head = ByteBuffer.wrap(sealed);
    return head.remaining() > Integer.BYTES
        && head.get() == TINK_VERSION
        && head.getInt() == primaryKey;
  }

  /** What equal values of {@code column} have in common, and nobody can turn back. */
  String indexKey(String column, String normalized) {
    byte[] input = (column + "/" + normalized).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(index.computePrimary(input, INDEX_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make an index key", e);
    }
  }

  private static byte[] decode(Place place, String sealed) {
    if (!isMarked(sealed)) {
      throw new CannotOpen(place, new IllegalArgumentException("not sealed"));
    }
    try {
      return Base64.getUrlDecoder().decode(sealed.substring(MARK.length()));
    } catch (IllegalArgumentException e) {
      throw new CannotOpen(place, e);
    }
  }
}
