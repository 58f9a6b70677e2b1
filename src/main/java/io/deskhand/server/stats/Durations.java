package io.deskhand.server.stats;

import io.deskhand.protocol.Spread;
import java.util.Arrays;

/** Collects how long things took. */
final class Durations {
  private static final double MILLIS = 1_000;
  private static final int MEDIAN = 50;
  private static final int P90 = 90;
  private long[] millis = new long[16];
  private int count = 0;
  private double sum = 0;

  void add(long value) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, count * 2);
    }
    millis[count++] = value;
    sum += value;
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

  /** The value at {@code place} of the sorted ones (Hoare's find, which need not sort them all). */
  private long select(int place) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      long pivot = millis[(low + high) >>> 1];
      int up = low;
      int down = high;
      while (up <= down) {
        while (millis[up] < pivot) {
          up++;
        }
        while (millis[down] > pivot) {
          down--;
        }
        if (up <= down) {
          long moved = millis[up];
          millis[up++] = millis[down];
          millis[down--] = moved;
        }
      }
      if (place <= down) {
        high = down;
      } else if (place >= up) {
        low = up;
      } else {
        break;
      }
    }
    return millis[place];
  }
}
