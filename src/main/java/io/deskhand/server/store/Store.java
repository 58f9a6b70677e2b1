package io.deskhand.server.store;

import io.deskhand.model.Ids;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
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
    DataDir locked = DataDir.lock(directory);
    return open(locked, INTERRUPTIBLE + locked.database(), locked::usableSpace, clock);
  }

  static Store open(DataDir locked, String location, LongSupplier usableSpace, Clock clock) {
    try {
      Ids ids = new Ids(clock, new SecureRandom());
      return new Store(locked, Database.h2(location), usableSpace, clock, ids);
    } catch (RuntimeException e) {
      locked.close();
      throw e;
    }
  }

  /** The way to read and change the data. */
  public Ledger ledger() {
    return ledger;
  }

  /** The folder for {@link #backUp}. */
  public Path backups() {
    return directory.backups();
  }

  /** Backs the data up to {@code file} while it is in use. */
  public BackupManifest backUp(Path file, Clock clock) {
    return Backup.run(directory.path(), database, file, clock);
  }

  /** How many works wait to be written now. */
  public int waiting() {
    return ledger.waiting();
  }

  /** How many groups of works have been written. */
  public long groups() {
    return ledger.groups();
  }

  /** How many works were in those groups. */
  public long works() {
    return ledger.works();
  }

  /** A secret of {@code bytes} random bytes that is the same for ever under {@code name}. */
  public byte[] secret(String name, int bytes) {
    return ledger.write(
        tx -> {
          Handle handle = ((HandleView) tx).handle;
          Optional<byte[]> known =
              handle
                  .createQuery("SELECT secret FROM secrets WHERE name = ?")
                  .bind(0, name)
                  .mapTo(byte[].class)
                  .findOne();
          return known.orElseGet(() -> makeSecret(handle, name, bytes));
        });
  }

  private static byte[] makeSecret(Handle handle, String name, int bytes) {
    byte[] secret = new byte[bytes];
    new SecureRandom().nextBytes(secret);
    handle.execute("INSERT INTO secrets (name, secret) VALUES (?, ?)", name, secret);
    return secret;
  }

  /** Lets what is being written come to its end, and frees the directory. */
  @Override
  public void close() {
    ledger.close();
    database.close();
    directory.close();
  }
}
