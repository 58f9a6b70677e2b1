package io.deskhand.server.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a backup says of itself.
 *
 * @param format of the file; {@value #FORMAT}
 * @param version of the program that wrote it
 * @param epoch the life of the desk that it is of
 * @param head a seq that it has at least
 * @param files every file in it
 */
public record BackupManifest(
    int format, String version, Instant createdAt, UUID epoch, long head, List<StoredFile> files) {
  static final int FORMAT = 1;

  /** A file by its path in the data directory, with its SHA-256 in hex. */
  public record StoredFile(String path, String sha256) {}

  /** The entry of the archive that it is in, the last one. */
  static final String NAME = "deskhand-backup.json";

  public BackupManifest {
    files = List.copyOf(files);
  }
}
