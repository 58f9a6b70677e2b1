package io.deskhand.server.store;

import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.FileVault;
import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.store.seal.KeyVault;
import io.deskhand.server.store.seal.Keys;
import io.deskhand.server.store.seal.KeysUnusable;
import io.deskhand.server.store.seal.Resealing;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The keys of a desk's data: in a file, or in the database that servers share. */
public final class DataKeys {
  private final KeyFiles files;
  private final @Nullable Path file;

  private DataKeys(KeyFiles files, @Nullable Path file) {
    this.files = files;
    this.file = file;
  }

  /** The keys of the data in {@code engine}, or in {@code directory} if that is not shared. */
  static DataKeys of(Engine engine, Path directory, KeyFiles files) {
    boolean inDatabase = engine.isShared() && files.keys() == null;
    return new DataKeys(files, inDatabase ? null : files.in(directory));
  }

  /**
   * The database in a data directory, for a command that has it alone.
   *
   * @throws CannotOpenDatabase if the disk does not let it
   */
  static Database openDatabase(DataDir locked, KeyFiles files) {
    Engine engine = H2Engine.in(locked);
    return openDatabase(engine, locked.path(), of(engine, locked.path(), files));
  }

  private static Database openDatabase(Engine engine, Path directory, DataKeys keys) {
    try {
      return new Database(engine, keys);
    } catch (RuntimeException e) {
      throw CannotOpenDatabase.of(directory, e);
    }
  }

  /**
   * The database that servers share, for a command.
   *
   * @param directory has the keys, where they are not in the database
   * @throws CannotOpenDatabase if it cannot be opened
   */
  static Database openDatabase(DatabaseUrl shared, Path directory, KeyFiles files) {
    PostgresEngine engine = new PostgresEngine(shared);
    engine.check();
    return openDatabase(engine, directory, of(engine, directory, files));
  }

  /**
   * The cipher of the data behind {@code handle}; makes keys for data that has none yet.
   *
   * @throws KeysUnusable if they are gone, unreadable, or not those of the data
   */
  FieldCipher open(Handle handle) {
    Keys keys = keys(handle);
    if (!keys.exist()) {
      if (KeyCheck.isThere(handle)) {
        throw new KeysUnusable(
            "The data was written with keys that are not in " + file + ": bring that file back");
      }
      keys.create();
    }
    FieldCipher cipher = keys.cipher();
    if (!KeyCheck.passes(handle, cipher)) {
      throw new KeysUnusable(
          "The keys in " + vault(handle) + " are not those that the data was written with");
    }
    return cipher;
  }

  private Keys keys(Handle handle) {
    return new Keys(vault(handle), files.wrappingKey());
  }

  private KeyVault vault(Handle handle) {
    return file == null ? new DatabaseVault(handle) : new FileVault(file);
  }

  /**
   * Adds a key that everything new is sealed with, to data that no server may have open.
   *
   * @param directory the data, or what a server keeps for itself beside {@code shared}
   * @param shared the database that servers share; null for the one in {@code directory}
   * @param rewrite whether what is there is sealed with it as well
   * @return how many values were sealed anew
   * @throws DataDirInUse if a server has it open
   * @throws NoDesk if there is no data
   * @throws CannotOpenDatabase if it cannot be opened
   * @throws KeysUnusable if the keys are not those of the data
   */
  public static long rotate(
      Path directory, @Nullable DatabaseUrl shared, KeyFiles files, boolean rewrite) {
    if (shared == null) {
      NoDesk.unlessIn(directory);
    }
    try (DataDir locked = DataDir.lock(directory)) {
      Engine engine = shared == null ? H2Engine.in(locked) : new PostgresEngine(shared);
      DataKeys keys = of(engine, directory, files);
      try (Database database = openDatabase(engine, directory, keys);
          Handle handle = database.writer().open()) {
        keys.keys(handle).rotate();
        long written = 0;
        if (rewrite) {
          written = new Resealing(keys.open(handle)).run(handle.getConnection());
        }
        database.flush(handle);
        return written;
      }
    }
  }
}
