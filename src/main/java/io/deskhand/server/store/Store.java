package io.deskhand.server.store;

import io.deskhand.model.Ids;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import io.deskhand.server.store.seal.KeyFiles;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The desk's data: in one directory that belongs to one server at a time, or in a PostgreSQL
 * database that several servers share.
 */
public final class Store implements AutoCloseable {
  private final DataDir directory;
  private final Database database;
  private final GroupCommitLedger ledger;
  private final SignalLine signals;

  private Store(
      DataDir directory, Database database, LongSupplier usableSpace, Clock clock, Ids ids) {
    this.directory = directory;
    this.database = database;
    GroupWriter groups = new GroupWriter(database, clock, ids);
    this.signals = database.signals(groups.server(), groups.epoch());
    this.ledger = new GroupCommitLedger(database, usableSpace, groups, signals::logGrew);
    ledger.start();
    signals.start(ledger::lookForMore);
  }

  /**
   * Opens the data in {@code directory}, and makes it where there is none.
   *
   * @throws DataDirInUse if another server has it open
   * @throws CannotOpenDatabase if the disk does not let it
   */
  public static Store open(Path directory, Clock clock) {
    return open(directory, clock, KeyFiles.STANDARD);
  }

  /**
   * The same with its keys elsewhere.
   *
   * @throws DataDirInUse if another server has it open
   * @throws CannotOpenDatabase if the disk does not let it
   * @throws io.deskhand.server.store.seal.KeysUnusable if the keys are not those of the data
   */
  public static Store open(Path directory, Clock clock, KeyFiles keys) {
    DataDir locked = DataDir.lock(directory);
    return open(locked, H2Engine.in(locked), keys, locked::usableSpace, clock);
  }

  static Store open(DataDir locked, String location, LongSupplier usableSpace, Clock clock) {
    return open(locked, new H2Engine(location), KeyFiles.STANDARD, usableSpace, clock);
  }

  /** The same with ids from {@code ids}. */
  static Store open(DataDir locked, String location, Clock clock, Ids ids) {
    Engine engine = new H2Engine(location);
    return open(locked, engine, KeyFiles.STANDARD, locked::usableSpace, clock, ids);
  }

  /**
   * Opens the data in {@code database}, which other servers may have open as well, and makes it
   * where there is none.
   *
   * @param directory for what this server keeps for itself
   * @throws DataDirInUse if another server uses the directory
   * @throws CannotOpenDatabase if the database is not there or does not let this server in
   */
  public static Store open(Path directory, DatabaseUrl database, Clock clock) {
    return open(directory, database, clock, KeyFiles.STANDARD);
  }

  /**
   * The same with its keys in a file, or encrypted.
   *
   * @throws DataDirInUse if another server uses the directory
   * @throws CannotOpenDatabase if the database is not there or does not let this server in
   * @throws io.deskhand.server.store.seal.KeysUnusable if the keys are not those of the data
   */
  public static Store open(Path directory, DatabaseUrl database, Clock clock, KeyFiles keys) {
    PostgresEngine engine = new PostgresEngine(database);
    engine.check();
    // How full the database's disk is only the database knows: it says so when it is.
    return open(DataDir.lock(directory), engine, keys, () -> Long.MAX_VALUE, clock);
  }

  private static Store open(
      DataDir locked, Engine engine, KeyFiles keys, LongSupplier usableSpace, Clock clock) {
    return open(locked, engine, keys, usableSpace, clock, new Ids(clock, new SecureRandom()));
  }

  private static Store open(
      DataDir locked,
      Engine engine,
      KeyFiles keys,
      LongSupplier usableSpace,
      Clock clock,
      Ids ids) {
    try {
      Database database = new Database(engine, DataKeys.of(engine, locked.path(), keys));
      return opened(locked, database, usableSpace, clock, ids);
    } catch (RuntimeException e) {
      locked.close();
      throw CannotOpenDatabase.of(locked.path(), e);
    }
  }

  private static Store opened(
      DataDir locked, Database database, LongSupplier usableSpace, Clock clock, Ids ids) {
    try {
      return new Store(locked, database, usableSpace, clock, ids);
    } catch (RuntimeException e) {
      database.close();
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

  /**
   * Backs the data up to {@code file} while it is in use.
   *
   * @throws ProblemException with {@code conflict} if they are in a database of their own, which
   *     has its own ways
   */
  public BackupManifest backUp(Path file, Clock clock) {
    if (database.isShared()) {
      throw ProblemException.of(
          ErrorCode.CONFLICT, "The data are in PostgreSQL: back them up with pg_dump");
    }
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

  /** What this server and the others on the same database tell each other. */
  public Signals signals() {
    return signals;
  }

  /** A secret of {@code bytes} random bytes that is the same for ever under {@code name}. */
  public byte[] secret(String name, int bytes) {
    // A desk that is there can be started, and read, on a disk that takes nothing any more.
    return ledger
        .read(view -> Secrets.find(((HandleView) view).handle, name))
        .orElseGet(
            () -> ledger.write(tx -> Secrets.findOrMake(((HandleView) tx).handle, name, bytes)));
  }

  /** Where to keep what is made from the data to search by; no part of a backup. */
  public Path searchDirectory() {
    return directory.search();
  }

  /** Lets what is being written come to its end, and frees the directory. */
  @Override
  public void close() {
    ledger.close();
    signals.close();
    database.close();
    directory.close();
  }
}
