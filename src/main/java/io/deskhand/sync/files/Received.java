package io.deskhand.sync.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Files of messages that somebody has looked at here, a folder for each ticket, so that what leaves
 * the scope goes with all of its files. A cache: of too much the longest unused goes. Thread-safe;
 * blocks.
 */
final class Received {
  /** How much may be here, in bytes. */
  static final long MOST = 512L << 20;

  /** What a picture's name ends with. */
  private static final String SMALL = ".small";

  private final Path folder;
  private final SealedFiles files;
  private final Clock clock;
  private final long most;

  /**
   * @param folder where they are, made when the first one comes
   * @param key 32 bytes: those of the spool, whose files become some of these
   */
  Received(Path folder, byte[] key, Clock clock, long most) {
    this.folder = folder;
    this.files = new SealedFiles(key);
    this.clock = clock;
    this.most = most;
  }

  boolean has(UUID ticketId, UUID file) {
    return Files.exists(place(ticketId, file.toString()));
  }

  boolean hasPicture(UUID ticketId, UUID file) {
    return Files.exists(place(ticketId, file + SMALL));
  }

  /** A file's content, to be closed. */
  InputStream read(UUID ticketId, UUID file) throws IOException {
    return open(place(ticketId, file.toString()));
  }

  byte[] picture(UUID ticketId, UUID file) throws IOException {
    try (InputStream in = open(place(ticketId, file + SMALL))) {
      return in.readAllBytes();
    }
  }

  void write(UUID ticketId, UUID file, SealedFiles.Content content) throws IOException {
    put(place(ticketId, file.toString()), content);
  }

  void writePicture(UUID ticketId, UUID file, byte[] picture) throws IOException {
    put(place(ticketId, file + SMALL), out -> out.write(picture));
  }

  /** Takes a file over that was sent from here. */
  synchronized void adopt(UUID ticketId, UUID file, Path sealed) throws IOException {
    Path place = place(ticketId, file.toString());
    Files.createDirectories(folder.resolve(ticketId.toString()));
    Files.move(sealed, place, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(place, FileTime.from(clock.instant()));
    makeRoom();
  }

  /** Deletes all files of a ticket. */
  void purge(UUID ticketId) throws IOException {
    Folders.delete(folder.resolve(ticketId.toString()));
  }

  /** The tickets of which something is here. */
  List<UUID> tickets() throws IOException {
    return Folders.list(folder).stream()
        .map(ticket -> UUID.fromString(ticket.getFileName().toString()))
        .toList();
  }

  void clear() throws IOException {
    Folders.delete(folder);
  }

  private InputStream open(Path file) throws IOException {
    InputStream in = files.read(file);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    return in;
  }

  private synchronized void put(Path file, SealedFiles.Content content) throws IOException {
    files.write(file, content);
    makeRoom();
  }

  private void makeRoom() throws IOException {
    long bytes = Folders.bytes(folder);
    if (bytes <= most) {
      return;
    }
    List<Path> oldest = new ArrayList<>(Folders.files(folder));
    oldest.sort(Comparator.comparing(Received::lastUsed));
    for (Path file : oldest.subList(0, oldest.size() - 1)) {
      if (bytes <= most) {
        return;
      }
      bytes -= Files.size(file);
      Files.delete(file);
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return FileTime.fromMillis(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path place(UUID ticketId, String name) {
    return folder.resolve(ticketId.toString()).resolve(name);
  }
}
