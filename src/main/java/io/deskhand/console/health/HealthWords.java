package io.deskhand.console.health;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.When;
import io.deskhand.sync.ConnectionState.Phase;
import io.deskhand.sync.SyncHealth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of a copy's health as a person reads them. */
final class HealthWords {
  private static final int KIB = 1024;
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

  private final Texts texts;
  private final When when;

  HealthWords(Texts texts, When when) {
    this.texts = texts;
    this.when = when;
  }

  List<HealthLine> lines(SyncHealth health) {
    return List.of(
        line("connection", connection(health), health.connection() == Phase.OFFLINE),
        line("position", position(health), false),
        line("queue", queue(health.queue()), health.queue().held() + health.queue().refused() > 0),
        comparison(health),
        line(
            "traffic",
            texts.of(
                "value.traffic",
                bytes(health.traffic().received()),
                bytes(health.traffic().sent())),
            false),
        line(
            "disk",
            texts.of(
                "value.disk",
                bytes(health.disk().total()),
                bytes(health.disk().cache()),
                bytes(health.disk().search()),
                bytes(health.disk().files())),
            false),
        line(
            "versions",
            texts.of(
                "value.versions",
                health.versions().program(),
                health.versions().schema(),
                health.versions().cache()),
            false),
        line(
            "incidents",
            texts.of("value.incidents", health.incidents().size()),
            !health.incidents().isEmpty()));
  }

  /** A number of bytes with the largest unit that leaves one or more. */
  static String bytes(long bytes) {
    double rest = bytes;
    int unit = 0;
    while (rest >= KIB && unit < UNITS.size() - 1) {
      rest /= KIB;
      unit++;
    }
    return String.format(
        Locale.getDefault(), unit == 0 ? "%.0f %s" : "%.1f %s", rest, UNITS.get(unit));
  }

  private String connection(SyncHealth health) {
    String phase = texts.of("phase." + health.connection().name().toLowerCase(Locale.ROOT));
    return health.asOf() == null
        ? phase
        : texts.of("value.connection", phase, when.exactTime(health.asOf()));
  }

  private String position(SyncHealth health) {
    return texts.of("value.position", number(health.cursor()), number(health.head()));
  }

  private String queue(SyncHealth.Queue queue) {
    return queue.depth() == 0
        ? texts.of("value.queue.empty")
        : texts.of("value.queue", queue.queued(), queue.waiting(), queue.held() + queue.refused());
  }

  private HealthLine comparison(SyncHealth health) {
    SyncHealth.Comparison last = health.comparison();
    if (last == null) {
      return line("comparison", texts.of("value.comparison.none"), false);
    }
    String words =
        last.equal()
            ? texts.of("value.comparison.equal", when.exactTime(last.at()), last.here())
            : texts.of(
                "value.comparison.differs", when.exactTime(last.at()), last.here(), last.there());
    return line("comparison", words, !last.equal());
  }

  private String number(@Nullable Long number) {
    return number == null ? texts.of("value.unknown") : texts.of("value.number", number);
  }

  private static HealthLine line(String name, String value, boolean troubling) {
    return new HealthLine(name, value, troubling);
  }
}
