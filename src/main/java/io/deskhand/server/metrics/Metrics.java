package io.deskhand.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/** What the server measures of itself. Thread-safe. */
public final class Metrics implements AutoCloseable {
  /** The text format of Prometheus. */
  static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final MeterProvider<Timer> requests =
      Timer.builder("deskhand.http.requests")
          .description("Requests by route and status")
          .serviceLevelObjectives(BOUNDS)
          .withRegistry(registry);

  /** Held here, as the registry itself holds them weakly. */
  private final List<DoubleSupplier> counted = new CopyOnWriteArrayList<>();

  /** Begins with what every Java program can tell. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /**
   * Counts an answered request.
   *
   * @param route its path with parameters by name, so that there are only so many
   */
  public void request(String method, String route, int status, Duration took) {
    requests
        .withTags("method", method, "route", route, "status", Integer.toString(status))
        .record(took);
  }

  /** Tells a value that goes up and down, asked for at each scrape. */
  public void gauge(String name, String says, DoubleSupplier value) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .description(says)
        .strongReference(true)
        .register(registry);
  }

  /** Tells a value that only grows, asked for at each scrape. */
  public void counter(String name, String says, DoubleSupplier value) {
    counted.add(value);
    FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
        .description(says)
        .register(registry);
  }

  String scrape() {
    return registry.scrape(MEDIA_TYPE);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
