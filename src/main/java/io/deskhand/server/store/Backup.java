package io.deskhand.server.store;

import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProgramVersion;
import io.deskhand.server.store.seal.KeyFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes a desk's data into one file: a ZIP archive of the database as it is at one moment, of
 * whatever else is in the data directory, and last of a {@link BackupManifest}. The file is there
 * under its name only when it is whole.
 */
public final class Backup {
  private final Path directory;
  private final List<BackupManifest.StoredFile> files = new ArrayList<>();

  private Backup(Path directory) {
    this.directory = directory;
  }

  /**
   * Backs up the data in {@code directory}, which no server may have open, to {@code file}.
   *
   * @throws DataDirInUse if one has
   * @throws NoDesk if there is no data
   */
  public static BackupManifest run(Path directory, KeyFiles keys, Path file, Clock clock) {
    NoDesk.unlessIn(directory);
    try (DataDir locked = DataDir.lock(directory);
        Database database = DataKeys.openDatabase(locked, keys)) {
      return run(directory, database, file, clock);
    }
  }

  static BackupManifest run(Path directory, Database database, Path file, Clock clock) {
    Path target = file.toAbsolutePath();
    try {
      Path folder = target.getParent();
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "backup", ".part");
      try {
        BackupManifest manifest = new Backup(directory).write(database, half, clock);
        Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
        return manifest;
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private BackupManifest write(Database database, Path half, Clock clock) throws IOException {
    Path copy = Files.createTempFile(half.getParent(), "database", ".part");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(half))) {
      // The database first: what it refers to is there by then, and stays while this runs.
      ChangeLog.State state = copyDatabase(database, copy);
      addDatabase(zip, copy);
      for (Path each : others()) {
        String name = directory.relativize(each).toString().replace('\\', '/');
        add(zip, name, out -> Files.copy(each, out));
      }
      BackupManifest manifest =
          new BackupManifest(
              BackupManifest.FORMAT,
              ProgramVersion.number(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS),
              state.epoch(),
              state.head(),
              files);
      zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
      zip.write(Json.bytes(manifest));
      zip.closeEntry();
      return manifest;
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static ChangeLog.State copyDatabase(Database database, Path copy) {
    try (Handle handle = database.reader().open()) {
      ChangeLog.State state =
          ChangeLog.find(handle)
              .orElseThrow(() -> new IllegalStateException("the desk has no state yet"));
      handle.execute("BACKUP TO '" + copy.toString().replace("'", "''") + "'");
      return state;
    }
  }

  private void addDatabase(ZipOutputStream zip, Path copy) throws IOException {
    String file = DataDir.databaseFile(directory).getFileName().toString();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(copy))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith(file)) {
          add(zip, file, in::transferTo);
        }
      }
    }
  }

  /** Attachments, keys, and what else there may be, but for what belongs to the running server. */
  private List<Path> others() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(directory, new Others(found));
    return found.stream().sorted().toList();
  }

  /** Does not look where the running server makes and deletes files as it goes. */
  private final class Others extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Others(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isOfTheServer(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isOfTheServer(file)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (isOfTheServer(file)) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private boolean isOfTheServer(Path path) {
      return DataDir.isOfTheServer(directory.relativize(path));
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void add(ZipOutputStream zip, String name, Content content) throws IOException {
    MessageDigest digest = Sha256.start();
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    files.add(new BackupManifest.StoredFile(name, HexFormat.of().formatHex(digest.digest())));
  }
}
