package io.deskhand.server.store;

import io.deskhand.server.store.seal.FieldCipher;
import io.deskhand.server.store.seal.KeyFile;
import io.deskhand.server.store.seal.KeyFiles;
import io.deskhand.server.store.seal.KeysUnusable;
import io.deskhand.server.store.seal.Resealing;
import java.nio.file.Path;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The keys of the data in a directory. */
public final class DataKeys {
  private final Path path;
  private final KeyFile file;

  DataKeys(Path directory, KeyFiles files) {
    this.path = files.in(directory);
    this.file = new KeyFile(path, files.wrappingKey());
  }

  /**
   * Opens a database with the keys, and makes them for one that has none yet.
   *
   * @throws KeysUnusable if they are not those of the data
   */
  Database open(Function<FieldCipher, Database> opening) {
    boolean isNew = !file.exists();
    if (isNew) {
      file.create();
    }
    try {
      return checked(opening, file.cipher());
    } catch (KeysUnusable e) {
      if (isNew) {
        file.delete();
        throw new KeysUnusable(
            "The data was written with keys that are not in " + path + ": bring that file back", e);
      }
      throw e;
    }
  }

  private Database checked(Function<FieldCipher, Database> opening, FieldCipher cipher) {
    Database database = opening.apply(cipher);
    try {
      database.writer().useTransaction(handle -> KeyCheck.run(handle, cipher));
      return database;
    } catch (KeysUnusable e) {
      database.close();
      throw new KeysUnusable("The keys in " + path + " are " + e.getMessage(), e);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Adds a key that everything new is sealed with, to the data in {@code directory}, which no
   * server may have open.
   *
   * @param rewrite whether what is there is sealed with it as well
   * @return how many values were sealed anew
   * @throws DataDirInUse if a server has it open
   * @throws KeysUnusable if there are no keys, or not those of the data
   */
  public static long rotate(Path directory, KeyFiles files, boolean rewrite) {
    try (DataDir locked = DataDir.lock(directory)) {
      DataKeys keys = new DataKeys(directory, files);
      if (!keys.file.exists()) {
        throw new KeysUnusable("There are no keys in " + keys.path);
      }
      String location = locked.database().toString();
      keys.open(cipher -> Database.h2(location, cipher)).close();
      keys.file.rotate();
      return rewrite ? keys.rewrite(location) : 0;
    }
  }

  private long rewrite(String location) {
    FieldCipher cipher = file.cipher();
    try (Database database = Database.h2(location, cipher);
        Handle handle = database.writer().open()) {
      long written = new Resealing(cipher).run(handle.getConnection());
      database.flush(handle);
      return written;
    }
  }
}
