package io.deskhand.protocol;

import java.util.UUID;

/**
 * The answer of GET /support/checksum: what a copy of the tickets that this session sees adds up to
 * at {@code head}.
 *
 * @param count how many tickets
 * @param checksum the sum of {@link #term} over them, as 16 hexadecimal digits
 */
public record ScopeChecksum(long head, long count, String checksum) {
  /** The checksum for a sum of terms. */
  public static ScopeChecksum of(long head, long count, long sum) {
    return new ScopeChecksum(head, count, String.format("%016x", sum));
  }

  /**
   * What one ticket adds to the sum, which wraps around at 64 bits: so that a copy can keep it up
   * to date row by row, in any order.
   */
  public static long term(UUID id, long version) {
    long mixed = mix(id.getMostSignificantBits());
    mixed = mix(mixed ^ id.getLeastSignificantBits());
    return mix(mixed ^ version);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
