package io.deskhand.sim;

import io.deskhand.server.store.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/** The files of messages that a server keeps in its folder. */
final class ServerFiles {
  private final Path folder;
  private final Path kept;

  /**
   * @param directory of the server
   */
  ServerFiles(Path directory) {
    this.folder = directory.resolve("attachments");
    this.kept = directory.resolveSibling("attachments-backup");
  }

  void backUp() {
    replace(kept, folder);
  }

  void restore() {
    replace(folder, kept);
  }

  private static void replace(Path target, Path source) {
    Seeds.delete(target);
    Template.copy(source, target);
  }

  /** What has arrived of files has the world's time, not the machine's. */
  void dateParts(Instant time) {
    try (Stream<Path> parts = Files.list(folder.resolve("parts"))) {
      for (Path part : parts.toList()) {
        Files.setLastModifiedTime(part, FileTime.from(time));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the content of a whole file is there. */
  boolean has(StoredFile file) {
    String hash = file.content();
    return Files.exists(
        folder.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash));
  }
}
