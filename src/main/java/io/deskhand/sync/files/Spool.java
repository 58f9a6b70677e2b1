package io.deskhand.sync.files;

import io.deskhand.protocol.FileNames;
import io.deskhand.protocol.Limits;
import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.cache.StoreTrouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The copies of files that are to be sent, one person's at one server. Thread-safe; blocks. Fails
 * with {@link SyncException}, DISK_FULL and FILE_REFUSED among its reasons.
 */
public final class Spool {
  /** How much may wait to be sent, in bytes. */
  public static final long MOST = 512L << 20;

  private final Path folder;
  private final SealedFiles files;
  private final long most;

  /**
   * @param folder where they are, made when the first one comes
   * @param key 32 bytes, for these files only
   * @param most how many bytes may be there in all
   */
  public Spool(Path folder, byte[] key, long most) {
    this.folder = folder;
    this.files = new SealedFiles(key);
    this.most = most;
  }

  /** Copies a file under {@code id}; when it returns the disk itself has it. */
  public OutgoingFile take(UUID id, Path file) {
    String name = FileNames.safe(String.valueOf(file.getFileName()));
    try {
      if (Files.isDirectory(file)) {
        throw refused("“" + name + "” is a folder. Pack it into a ZIP file first");
      }
      check(name, Files.size(file));
      try (InputStream in = Files.newInputStream(file)) {
        return take(id, name, in);
      }
    } catch (IOException e) {
      throw trouble("“%s” cannot be read here".formatted(name), e);
    }
  }

  /** The same for a file that somebody has in memory. */
  public OutgoingFile take(UUID id, String given, byte[] content) {
    String name = FileNames.safe(given);
    check(name, content.length);
    try (InputStream in = new ByteArrayInputStream(content)) {
      return take(id, name, in);
    } catch (IOException e) {
      throw trouble("“%s” cannot be kept here".formatted(name), e);
    }
  }

  /** Whether the copy is here. */
  public boolean has(UUID id) {
    return Files.exists(place(id));
  }

  /** Some bytes of a copy, from {@code at} on; fewer than {@code length} at its end. */
  public byte[] read(OutgoingFile file, long at, int length) {
    try {
      return files.read(place(file.id()), at, length);
    } catch (IOException e) {
      throw damaged(file.name(), e);
    }
  }

  /** The whole content of a copy, to be closed. */
  InputStream read(UUID id) throws IOException {
    return files.read(place(id));
  }

  /** Where the copy with this id is. */
  Path place(UUID id) {
    return folder.resolve(id.toString());
  }

  /** Deletes a copy, if it is there. */
  public void delete(UUID id) {
    try {
      Files.deleteIfExists(place(id));
    } catch (IOException e) {
      throw trouble("A copy that is not needed any more cannot be deleted", e);
    }
  }

  /** Deletes whatever is none of {@code needed}, such as what a crash has left half-written. */
  public void sweep(Collection<UUID> needed) {
    Set<String> names = needed.stream().map(UUID::toString).collect(Collectors.toSet());
    try {
      for (Path file : Folders.list(folder)) {
        if (!names.contains(file.getFileName().toString())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw trouble("Copies that are not needed any more cannot be deleted", e);
    }
  }

  private OutgoingFile take(UUID id, String name, InputStream in) throws IOException {
    Counted counted = new Counted();
    files.write(place(id), out -> counted.copy(name, in, out));
    return new OutgoingFile(id, name, counted.size, counted.hex(), typeOf(name));
  }

  private synchronized void check(String name, long size) {
    if (FileNames.isRunByName(name)) {
      throw refused("“" + name + "”: programs and files with scripts are not taken");
    }
    if (size == 0) {
      throw refused("“" + name + "” is empty");
    }
    if (size > Limits.FILE_BYTES) {
      throw tooLarge(name);
    }
    try {
      if (Folders.bytes(folder) + size > most) {
        throw refused(
            ("No room for “%s”: what waits to be sent fills the %d\u00a0MB that there are for it."
                    + " Send or remove something first")
                .formatted(name, most >> 20));
      }
    } catch (IOException e) {
      throw trouble("“%s” cannot be kept here".formatted(name), e);
    }
  }

  private static SyncException tooLarge(String name) {
    return refused("“%s” is larger than %d\u00a0MB".formatted(name, Limits.FILE_BYTES >> 20));
  }

  private static SyncException refused(String words) {
    return new SyncException(Reason.FILE_REFUSED, words);
  }

  private static SyncException damaged(String name, IOException cause) {
    return new SyncException(
        Reason.FILE_REFUSED, "The copy of “%s” cannot be read any more".formatted(name), cause);
  }

  private static SyncException trouble(String words, IOException cause) {
    SyncException known = StoreTrouble.of(cause);
    return known == null ? new SyncException(Reason.FILE_REFUSED, words, cause) : known;
  }

  /** By the name; good enough for a sign beside it until the server has looked at the content. */
  private static String typeOf(String name) {
    String known = URLConnection.guessContentTypeFromName(name.toLowerCase(Locale.ROOT));
    return Objects.requireNonNullElse(known, "application/octet-stream");
  }

  /** Counts and hashes what is copied, which may have grown since it was looked at. */
  private static final class Counted {
    private static final int BUFFER = 1 << 16;
    private final MessageDigest digest = sha256();
    private long size;

    void copy(String name, InputStream in, OutputStream out) throws IOException {
      // Not closed: that is for whoever has opened it.
      DigestOutputStream both = new DigestOutputStream(out, digest);
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > Limits.FILE_BYTES) {
          throw tooLarge(name);
        }
        both.write(buffer, 0, read);
      }
      if (size == 0) {
        throw refused("“" + name + "” is empty");
      }
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
