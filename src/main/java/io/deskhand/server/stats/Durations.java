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
    Part all = new Part(millis, count, least, most);
    int[] counts = all.count();
    return new Spread(
        count, sum / count / MILLIS, nearest(all, counts, MEDIAN), nearest(all, counts, P90));
  }

  /** The value at place ⌈percent·n/100⌉ of the sorted ones, counted from 1. */
  private double nearest(Part all, int[] counts, int percent) {
    int place = Math.toIntExact(Math.ceilDiv((long) percent * count, 100L));
    return all.select(counts, place - 1) / MILLIS;
  }

  /**
   * Some values from {@code least} to {@code most}. One of them by its place is found by counting
   * how many values begin with which digits, and the same again among those that begin as it does.
   * That is faster than sorting, and than partitioning.
   */
  @SuppressWarnings("ArrayRecordComponent") // Seen by nobody else.
  private record Part(long[] values, int size, long least, long most) {
    private int shift() {
      return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(most - least) - DIGIT_BITS);
    }

    /** How many values are in each of the ranges of {@code 1 << shift()} from the least on. */
    int[] count() {
      int[] counts = new int[1 << DIGIT_BITS];
      int shift = shift();
      for (int i = 0; i < size; i++) {
        counts[(int) ((values[i] - least) >>> shift)]++;
      }
      return counts;
    }

    /** The value at {@code place} of the sorted ones, from 0. */
    long select(int[] counts, int place) {
      int rest = place;
      int range = 0;
      while (rest >= counts[range]) {
        rest -= counts[range++];
      }
      if (shift() == 0) {
        return least + range;
      }
      Part next = in(range, counts[range]);
      return next.select(next.count(), rest);
    }

    /** The values in the {@code range} that so many are in. */
    private Part in(int range, int length) {
      long[] found = new long[length];
      int shift = shift();
      int end = 0;
      for (int i = 0; i < size; i++) {
        if ((values[i] - least) >>> shift == range) {
          found[end++] = values[i];
        }
      }
      long from = least + ((long) range << shift);
      return new Part(found, end, from, from + (1L << shift) - 1);
    }
  }
}
