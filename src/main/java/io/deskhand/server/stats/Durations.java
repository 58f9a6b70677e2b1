package io.deskhand.server.stats;

import io.deskhand.protocol.Spread;
import java.util.Arrays;

/** Collects how long things took. */
final class Durations {
  private static final double MILLIS = 1_000;
  private static final int MEDIAN = 50;
  private static final int P90 = 90;
  private static final int DIGIT_BITS = 11;
  private long[] millis = new long[16];
  private int count = 0;
  private double sum = 0;
  private long least = Long.MAX_VALUE;
  private long most = Long.MIN_VALUE;

  void add(long value) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, count * 2);
    }
    millis[count++] = value;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  /** The figures of what was added so far. */
  Spread spread() {
    if (count == 0) {
      return new Spread(0, null, null, null);
    }
    return new Spread(count, sum / count / MILLIS, nearest(MEDIAN), nearest(P90));
  }

  /** The value at place ⌈percent·n/100⌉ of the sorted ones, counted from 1. */
  private double nearest(int percent) {
    int place = Math.toIntExact(Math.ceilDiv((long) percent * count, 100L));
    return select(place - 1) / MILLIS;
  }

  /**
   * The value at {@code place} of the sorted ones, from 0: by counting how many values begin with
   * which digits, a few digits a pass. That is faster than sorting, and than partitioning.
   */
  private long select(int place) {
    int rest = place;
    long low = least;
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - DIGIT_BITS);
    int bucket = 0;
    boolean last = false;
    while (!last) {
      int[] counts = count(low, shift);
      bucket = 0;
      while (rest >= counts[bucket]) {
        rest -= counts[bucket++];
      }
      low += (long) bucket << shift;
      last = shift == 0;
      shift = Math.max(0, shift - DIGIT_BITS);
    }
    return low;
  }

  /** How many values are in each of the ranges of {@code 1 << shift} that follow {@code low}. */
  private int[] count(long low, int shift) {
    int[] counts = new int[1 << DIGIT_BITS];
    for (int i = 0; i < count; i++) {
      long digits = (millis[i] - low) >>> shift;
      if (digits >= 0 && digits < counts.length) {
        counts[(int) digits]++;
      }
    }
    return counts;
  }
}
