package io.deskhand.server.app;

import io.deskhand.server.store.BackupManifest;
import io.deskhand.server.store.Store;
import io.deskhand.server.web.Access;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The route by which a running server backs itself up, for admins. */
final class BackupRoute {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
  private final Store store;
  private final Clock clock;

  BackupRoute(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A backup that is done.
   *
   * @param file its name in the folder {@code backups} of the data
   * @param head a change that it has at least
   */
  record Done(String file, long bytes, long head, Instant createdAt) {}

  /** POST /support/backup. */
  synchronized Reply make(Exchange exchange) {
    Access.admins(exchange);
    Path file = store.backups().resolve("desk-" + STAMP.format(clock.instant()) + ".zip");
    BackupManifest manifest = store.backUp(file, clock);
    return Reply.of(
        201,
        new Done(
            file.getFileName().toString(), sizeOf(file), manifest.head(), manifest.createdAt()));
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
