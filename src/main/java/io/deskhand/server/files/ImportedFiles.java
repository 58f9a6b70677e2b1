package io.deskhand.server.files;

import io.deskhand.server.store.Failures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** Puts files where uploaded ones are, for a desk that is imported. Thread-safe. */
public final class ImportedFiles {
  private final ContentStore content;
  private final FileKinds kinds = new FileKinds();

  /** Keeps the files in {@code folder}, that of the server's attachments. */
  public ImportedFiles(Path folder, Clock clock) {
    this.content = new ContentStore(folder, clock);
  }

  /**
   * A content that is kept, once for all files that have it.
   *
   * @param type told by the content
   * @param sha256 in lower-case hex
   */
  public record Kept(String name, long size, String type, String sha256) {}

  /**
   * Keeps {@code bytes}, which are flushed when it returns.
   *
   * @throws io.deskhand.protocol.ProblemException if files of this kind are not taken
   */
  public Kept keep(String name, byte[] bytes) {
    Path path = content.part(UUID.randomUUID());
    try {
      String sha256;
      try (PartFile part = PartFile.open(path, bytes.length)) {
        part.take(ByteBuffer.wrap(bytes));
        sha256 = part.sha256();
      }
      Kept kept = new Kept(name, bytes.length, kinds.of(path, name), sha256);
      return content.settle(path, sha256, () -> kept);
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    }
  }
}
