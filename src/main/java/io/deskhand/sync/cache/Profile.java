package io.deskhand.sync.cache;

import io.deskhand.disk.DurableFiles;
import io.deskhand.disk.KillSafeFiles;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One console's folder on disk, locked while it is open. The file {@code outbox} holds what the
 * agent has written, {@code cache} what the server has said; a damaged one is set aside (never
 * deleted) and the other does not suffer. Thread-safe.
 */
public final class Profile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private static final String SUFFIX = ".mv.db";

  private final Path folder;
  private final String scheme;
  private final Clock clock;
  private final Consumer<String> incidents;
  private final ProfileLock lock;
  private final ProfileKey key;
  private final Database outbox;

  private Profile(Path folder, String scheme, Vault vault, Clock clock, Consumer<String> incidents)
      throws IOException {
    this.folder = folder;
    this.scheme = scheme;
    this.clock = clock;
    this.incidents = incidents;
    this.lock = ProfileLock.take(folder);
    try {
      this.key = ProfileKey.of(folder, vault);
      this.outbox = openOutbox();
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a profile; makes it if there is none.
   *
   * @param incidents told in words what was found damaged and set aside
   * @throws SyncException PROFILE_IN_USE, DISK_FULL, or INTERNAL if the folder or the key cannot be
   *     used
   */
  public static Profile open(Path folder, Vault vault, Clock clock, Consumer<String> incidents) {
    return open(folder, "file:", vault, clock, incidents);
  }

  static Profile open(
      Path folder, String scheme, Vault vault, Clock clock, Consumer<String> incidents) {
    try {
      Files.createDirectories(folder);
      return new Profile(folder, scheme, vault, clock, incidents);
    } catch (IOException e) {
      SyncException trouble = StoreTrouble.of(e);
      throw trouble != null
          ? trouble
          : new SyncException(Reason.INTERNAL, "The profile cannot be used: " + folder, e);
    }
  }

  /** Where the key of these files is kept. */
  public KeyPlace keyPlace() {
    return key.place();
  }

  /** The file of the outbox itself. */
  Database outboxFile() {
    return outbox;
  }

  /** The last session. */
  public SessionStore session() {
    return new SessionStore(outbox);
  }

  /** The outbox of {@code owner}. */
  public OutboxStore outbox(String owner) {
    return new OutboxStore(outbox, owner);
  }

  /** The drafts of {@code owner}. */
  public DraftStore drafts(String owner) {
    return new DraftStore(outbox, owner);
  }

  /** The folder of the search index. */
  public Path searchFolder() {
    return folder.resolve("search");
  }

  /** A 256-bit key for files of the profile that are not databases, another one for each use. */
  public byte[] keyFor(String use) {
    return key.derived(use);
  }

  /**
   * The confirmed copy of {@code owner}: the one that is there if it is theirs and sound, else an
   * empty one. Close it before asking again.
   */
  public ConfirmedStore cache(String owner) {
    try {
      ConfirmedStore found = openCache();
      if (found.isOf(owner)) {
        return found;
      }
      found.close();
      deleteCache();
    } catch (SyncException damaged) {
      setAsideIfDamaged("cache", damaged);
    }
    ConfirmedStore made = openCache();
    made.assign(owner);
    return made;
  }

  /** A new, empty copy in the place of one that turned out to be damaged, which must be closed. */
  public ConfirmedStore replaceCache(String owner, SyncException damaged) {
    setAsideIfDamaged("cache", damaged);
    return cache(owner);
  }

  @Override
  public void close() {
    outbox.close();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of the profile was gone already", e);
    }
  }

  private ConfirmedStore openCache() {
    return new ConfirmedStore(
        new Database(
            folder.resolve("cache"), scheme, key.hex(), "cache.sql", KillSafeFiles.PREFIX));
  }

  private Database openOutbox() {
    Database opened = outboxAt(folder);
    try {
      new SessionStore(opened).read();
      return opened;
    } catch (SyncException damaged) {
      opened.close();
      setAsideIfDamaged("outbox", damaged);
    }
    return outboxAt(folder);
  }

  private Database outboxAt(Path place) {
    return new Database(
        place.resolve("outbox"), scheme, key.hex(), "outbox.sql", DurableFiles.PREFIX);
  }

  private void setAsideIfDamaged(String name, SyncException trouble) {
    if (trouble.reason() != Reason.CACHE_DAMAGED) {
      throw trouble;
    }
    LOG.warn("cannot read {}", name, trouble);
    Path file = folder.resolve(name + SUFFIX);
    Path aside = folder.resolve(name + "-damaged-" + STAMP.format(clock.instant()) + SUFFIX);
    try {
      if (Files.exists(file)) {
        Files.move(file, aside);
        incidents.accept(
            trouble.code()
                + ": the file "
                + name
                + " could not be read. It is kept as "
                + aside.getFileName());
      }
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The profile cannot be used: " + folder, e);
    }
  }

  private void deleteCache() {
    try {
      Files.deleteIfExists(folder.resolve("cache" + SUFFIX));
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The profile cannot be used: " + folder, e);
    }
  }
}
