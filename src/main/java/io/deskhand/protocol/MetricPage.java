package io.deskhand.protocol;

import io.deskhand.model.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of GET /support/metrics: newest first. */
public record MetricPage(List<Metric> metrics, long total, @Nullable String nextCursor) {}
