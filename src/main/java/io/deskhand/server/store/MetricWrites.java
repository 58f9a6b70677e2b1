package io.deskhand.server.store;

import io.deskhand.model.Metric;

/** Measurements, to add to; none is ever changed, and the log does not tell of them. */
public interface MetricWrites extends MetricReads {
  void record(Metric metric);
}
