package io.deskhand.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of one kind of work, and their percentiles. */
final class Samples {
  private static final double NANOS_PER_MILLI = 1e6;
  private final List<Long> nanos = new ArrayList<>();

  void add(Duration time) {
    nanos.add(time.toNanos());
  }

  /** The time below which {@code share} (0 to 1) of the samples are, in milliseconds. */
  double percentile(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1)) / NANOS_PER_MILLI;
  }

  int size() {
    return nanos.size();
  }

  /** The same with the processor time of one beside it. */
  String row(String work, double cpuMillis) {
    return String.format(
        Locale.ROOT,
        "| %-52s | %8.1f | %8.1f | %8.1f | %8.1f |",
        work,
        percentile(0.5),
        percentile(0.95),
        percentile(0.99),
        cpuMillis);
  }

  String row(String work) {
    return String.format(
        Locale.ROOT,
        "| %-52s | %8.1f | %8.1f | %8.1f | %5d |",
        work,
        percentile(0.5),
        percentile(0.95),
        percentile(0.99),
        nanos.size());
  }
}
