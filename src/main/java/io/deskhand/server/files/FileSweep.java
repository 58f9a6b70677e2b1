package io.deskhand.server.files;

import io.deskhand.server.store.Failures;
import io.deskhand.server.store.Ledger;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** Forgets uploads that nobody used, and deletes what no row names; both only when a day old. */
final class FileSweep {
  static final Duration KEPT = Duration.ofHours(24);
  private static final String TWO_DIGITS = "[0-9a-f][0-9a-f]";
  private final Ledger ledger;
  private final ContentStore content;

  FileSweep(Ledger ledger, ContentStore content) {
    this.ledger = ledger;
    this.content = content;
  }

  void run() {
    Instant before =
        ledger.write(
            tx -> {
              Instant time = tx.now().minus(KEPT);
              tx.attachments().forgetUnusedBefore(time);
              return time;
            });
    try {
      parts(before);
      leaves(content.root(), folder -> content.whileNothingSettles(() -> contents(folder, before)));
      leaves(content.root().resolve(ContentStore.THUMBS), this::thumbnails);
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }

  private void parts(Instant before) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(content.root().resolve(ContentStore.PARTS))) {
      for (Path file : files) {
        if (isOlder(file, before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void contents(Path folder, Instant before) throws IOException {
    Path outer = Objects.requireNonNull(folder.getParent());
    String prefix = outer.getFileName().toString() + folder.getFileName();
    Set<String> known = ledger.read(view -> view.attachments().contents(prefix));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!known.contains(file.getFileName().toString()) && isOlder(file, before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void thumbnails(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String sha256 = Thumbnails.contentOf(file);
        if (Files.notExists(content.content(sha256))) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean isOlder(Path file, Instant before) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(before);
  }

  @FunctionalInterface
  private interface FolderAction {
    void run(Path folder) throws IOException;
  }

  /** Runs {@code action} on each {@code ab/cd} below {@code top}. */
  private static void leaves(Path top, FolderAction action) throws IOException {
    if (Files.notExists(top)) {
      return;
    }
    try (DirectoryStream<Path> outer = Files.newDirectoryStream(top, TWO_DIGITS)) {
      for (Path first : outer) {
        try (DirectoryStream<Path> inner = Files.newDirectoryStream(first, TWO_DIGITS)) {
          for (Path second : inner) {
            action.run(second);
          }
        }
      }
    }
  }
}
