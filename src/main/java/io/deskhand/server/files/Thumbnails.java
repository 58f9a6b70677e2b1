package io.deskhand.server.files;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.Failures;
import io.deskhand.server.store.StoredFile;
import io.deskhand.server.web.FileReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Small pictures of images, made when they are first asked for and kept beside the files. */
final class Thumbnails {
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 10;
  private final ContentStore content;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  Thumbnails(ContentStore content) {
    this.content = content;
  }

  /** The one of {@code file}; empty if it has none: no image, a moving, broken or huge one. */
  Optional<FileReply> of(StoredFile file) {
    if (!file.isWhole() || !file.attachment().type().startsWith("image/")) {
      return Optional.empty();
    }
    return find(file).or(() -> make(file));
  }

  private Optional<FileReply> find(StoredFile file) {
    for (Picture.Format format : Picture.Format.values()) {
      Path path = content.thumbnail(file.content(), format.suffix());
      if (Files.exists(path)) {
        return Optional.of(reply(file, path, format));
      }
    }
    return Optional.empty();
  }

  private Optional<FileReply> make(StoredFile file) {
    takeTurn();
    try {
      Optional<Picture> picture = Picture.of(content.content(file.content()));
      if (picture.isEmpty()) {
        return Optional.empty();
      }
      Picture.Format format = picture.get().format();
      Path path = content.thumbnail(file.content(), format.suffix());
      Path part = content.part(UUID.randomUUID());
      picture.get().write(part);
      content.place(part, path);
      return Optional.of(reply(file, path, format));
    } catch (IOException e) {
      throw Failures.ofDisk(e);
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.of(ErrorCode.UNAVAILABLE, "Too many thumbnails are being made");
  }

  private static FileReply reply(StoredFile file, Path path, Picture.Format format) {
    return new FileReply(
        path, format.mediaType(), file.name() + format.suffix(), file.content() + "-small");
  }

  /** The hash of the content that {@code thumbnail} shows. */
  static String contentOf(Path thumbnail) {
    String name = thumbnail.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
