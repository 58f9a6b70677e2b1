package io.deskhand.server.store;

import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.BackupManifest.StoredFile;
import io.deskhand.server.store.seal.KeyFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data directory of a backup. Everything is unpacked and checked beside it first: what is
 * no good changes nothing. The desk that comes out has a new epoch, so that every console takes a
 * new snapshot.
 */
public final class Restore {
  private static final int MANIFEST_BYTES = 64 << 20;
  private final Path file;
  private final Path unpacked;
  private final Set<StoredFile> found = new HashSet<>();
  private @Nullable BackupManifest manifest;

  private Restore(Path file, Path unpacked) {
    this.file = file;
    this.unpacked = unpacked;
  }

  /**
   * Restores {@code file} to {@code directory}, which must be empty or not there.
   *
   * @throws NotABackup if the file is none, or damaged
   * @throws DataDirNotEmpty if something is there already
   */
  public static BackupManifest run(Path file, Path directory, KeyFiles keys) {
    Path target = directory.toAbsolutePath();
    try {
      requireEmpty(target);
      Files.createDirectories(target.getParent());
      Path unpacked = Files.createTempDirectory(target.getParent(), "restoring");
      try {
        BackupManifest manifest = new Restore(file, unpacked).unpack();
        renew(unpacked, keys);
        Files.deleteIfExists(target);
        Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        return manifest;
      } finally {
        deleteAll(unpacked);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot restore " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Says that a database that servers share was restored by its own means: consoles take a new
   * snapshot and keep what they have not sent. No server may have it open.
   *
   * @param directory has the keys, where they are not in the database
   * @return the new epoch
   * @throws CannotOpenDatabase if it cannot be opened
   */
  public static UUID renew(DatabaseUrl shared, Path directory, KeyFiles keys) {
    UUID epoch = UUID.randomUUID();
    try (Database database = DataKeys.openDatabase(shared, directory, keys);
        Handle handle = database.writer().open()) {
      ChangeLog.renewEpoch(handle, epoch);
      database.flush(handle);
    }
    return epoch;
  }

  private static void requireEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> there = Files.list(directory)) {
      if (there.findAny().isPresent()) {
        throw new DataDirNotEmpty(directory);
      }
    }
  }

  private BackupManifest unpack() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(BackupManifest.NAME)) {
          manifest = readManifest(zip);
        } else {
          unpack(zip, entry.getName());
        }
      }
    } catch (ZipException | EOFException | BadJson e) {
      throw new NotABackup(file, "it is damaged", e);
    }
    return checked();
  }

  private static BackupManifest readManifest(InputStream in) throws IOException {
    return Json.read(in.readNBytes(MANIFEST_BYTES), BackupManifest.class);
  }

  private void unpack(InputStream in, String name) throws IOException {
    Path to = unpacked.resolve(name).normalize();
    if (!to.startsWith(unpacked) || name.endsWith("/")) {
      throw new NotABackup(file, "it has a file with a strange name", null);
    }
    Files.createDirectories(to.getParent());
    MessageDigest digest = Sha256.start();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      in.transferTo(out);
    }
    found.add(new StoredFile(name, HexFormat.of().formatHex(digest.digest())));
  }

  private BackupManifest checked() {
    if (manifest == null) {
      throw new NotABackup(file, "it is no backup, or its end is missing", null);
    }
    if (manifest.format() != BackupManifest.FORMAT) {
      throw new NotABackup(file, "it is of a newer version of the program", null);
    }
    if (!Set.copyOf(manifest.files()).equals(found)
        || !Files.exists(DataDir.databaseFile(unpacked))) {
      throw new NotABackup(file, "its content is not what was backed up", null);
    }
    return manifest;
  }

  private static void renew(Path directory, KeyFiles keys) {
    try (DataDir locked = DataDir.lock(directory);
        Database database = DataKeys.openDatabase(locked, keys);
        Handle handle = database.writer().open()) {
      ChangeLog.renewEpoch(handle, UUID.randomUUID());
      database.flush(handle);
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
