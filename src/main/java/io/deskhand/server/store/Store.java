package io.deskhand.server.store;

import io.deskhand.model.Ids;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/** The desk's data on disk, in one directory that belongs to one server at a time. */
public final class Store implements AutoCloseable {
  /** H2's file system that opens its file again when an interrupted reader has closed it. */
  private static final String INTERRUPTIBLE = "retry:";

  private final DataDir directory;
  private final Database database;
  private final GroupCommitLedger ledger;

  private Store(
      DataDir directory, Database database, LongSupplier usableSpace, Clock clock, Ids ids) {
    this.directory = directory;
    this.database = database;
    this.ledger = new GroupCommitLedger(database, usableSpace, clock, ids);
    ledger.start();
  }

  /**
   * Opens the data in {@code directory}, and makes it where there is none.
   *
   * @throws DataDirInUse if another server has it open
   */
  public static Store open(Path directory, Clock clock) {
    return open(directory, clock, KeyFiles.STANDARD);
  }

  /**
   * The same with its keys elsewhere.
   *
   * @throws DataDirInUse if another server has it open
   * @throws io.deskhand.server.store.seal.KeysUnusable if the keys are not those of the data
   */
  public static Store open(Path directory, Clock clock, KeyFiles keys) {
    DataDir locked = DataDir.lock(directory);
    String location = INTERRUPTIBLE + locked.database();
    return open(locked, location, keys, locked::usableSpace, clock);
  }

  static Store open(
      DataDir locked, String location, KeyFiles keys, LongSupplier usableSpace, Clock clock) {
    try {
      Ids ids = new Ids(clock, new SecureRandom());
      Database database =
          new DataKeys(locked.path(), keys).open(cipher -> Database.h2(location, cipher));
      return new Store(locked, database, usableSpace, clock, ids);
    } catch (RuntimeException e) {
      locked.close();
      throw e;
    }
  }

  /** The way to read and change the data. */
  public Ledger ledger() {
    return ledger;
  }

  /** A secret of {@code bytes} random bytes that is the same for ever under {@code name}. */
  public byte[] secret(String name, int bytes) {
    return ledger.write(
        tx -> {
          Handle handle = ((HandleView) tx).handle;
          return Secrets.findOrMake(handle, name, bytes);
        });
  }

  /** Lets what is being written come to its end, and frees the directory. */
  @Override
  public void close() {
    ledger.close();
    database.close();
    directory.close();
  }
}
