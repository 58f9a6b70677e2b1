package io.deskhand.sync.cache;

import io.deskhand.disk.DurableFiles;
import io.deskhand.disk.KillSafeFiles;
import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.SyncHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private static final String OUTBOX = "outbox";
  private static final String OUTGOING = "outgoing";
  private static final String RECEIVED = "received";
  private static final int NAME_BYTES = 8;

  private final Path root;
  private final String scheme;
  private final Clock clock;
  private final Consumer<String> incidents;
  private final Vault vault;
  private final ProfileLock lock;
  // Null while nobody has brought a key.
  private volatile @Nullable Opened opened;

  /**
   * Files that are open.
   *
   * @param who whose password locks the key; null if none does
   */
  private record Opened(Path folder, @Nullable String who, ProfileKey key, Database outbox) {}

  private Profile(Path folder, String scheme, Vault vault, Clock clock, Consumer<String> incidents)
      throws IOException {
    this.root = folder;
    this.vault = vault;
    this.scheme = scheme;
    this.clock = clock;
    this.incidents = incidents;
    this.lock = ProfileLock.take(folder);
    try {
      openByItself();
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void openByItself() throws IOException {
    ProfileKey.of(root, vault, People.areIn(root)).ifPresent(key -> opened = open(root, null, key));
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

  /** Whether a password is needed before anything can be read or written. */
  public boolean isLocked() {
    return opened == null;
  }

  /**
   * Opens what is kept for {@code who}; false if there is nothing that {@code password} opens.
   *
   * @param who names the person and the server
   */
  public synchronized boolean unlock(String who, String password) {
    try {
      for (Path place : People.places(root, who)) {
        Optional<String> key = SealedKey.open(place, password);
        if (key.isPresent()) {
          shut();
          opened = open(place, who, new ProfileKey(key.get(), KeyPlace.PASSWORD));
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Opens what is kept for {@code who}, or makes it, and locks it with {@code password} from now
   * on. Where there is a keychain, nothing depends on passwords, and nothing happens.
   *
   * @throws SyncException PROFILE_LOCKED if there is something that another password locks
   */
  public synchronized void admit(String who, String password) {
    try {
      Opened now = opened;
      if (now != null && now.key().place() == KeyPlace.KEYCHAIN) {
        return;
      }
      boolean theirs = now != null && (now.who() == null || now.who().equals(who));
      if (!theirs && !unlock(who, password)) {
        make(who, password);
      } else {
        Opened known = files();
        opened =
            new Opened(
                known.folder(),
                who,
                known.key().lockedWith(password, known.folder()),
                known.outbox());
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Remembers who has signed in: without a password only where one is asked for anyway. */
  public void remember(SessionStore.Stored session) {
    session().write(session);
    if (keyPlace() == KeyPlace.PASSWORD) {
      try {
        new LastPerson(session.server(), session.email()).write(root);
      } catch (IOException e) {
        throw unusable(e);
      }
    }
  }

  private void make(String who, String password) throws IOException {
    shut();
    Path place = People.folder(root, who);
    if (Files.exists(place.resolve(SealedKey.NAME))) {
      throw new SyncException(
          Reason.PROFILE_LOCKED,
          "What you have written here is locked with the password that you signed in with before");
    }
    Files.createDirectories(place);
    ProfileKey key = ProfileKey.random(KeyPlace.PASSWORD).lockedWith(password, place);
    opened = open(place, who, key);
  }

  /**
   * Deletes what is open, its key first: copy, outbox, drafts, session and search index. Whatever
   * uses them must be closed. What passwords of others lock stays.
   */
  public synchronized void wipe() {
    Opened gone = files();
    shut();
    try {
      if (gone.key().place() == KeyPlace.KEYCHAIN) {
        ProfileKey.forget(root, vault);
      }
      People.delete(gone.folder());
      LastPerson.forget(root);
      openByItself();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Where the key of these files is kept. */
  public KeyPlace keyPlace() {
    Opened now = opened;
    return now == null ? KeyPlace.PASSWORD : now.key().place();
  }

  /** The file of the outbox itself. */
  Database outboxFile() {
    return files().outbox();
  }

  private Opened files() {
    Opened now = opened;
    if (now == null) {
      throw new SyncException(Reason.PROFILE_LOCKED, "Nothing can be read without the password");
    }
    return now;
  }

  /** Who signed in last; empty if nobody has. */
  public Optional<LastPerson> last() {
    try {
      return isLocked()
          ? LastPerson.read(root)
          : session().read().map(last -> new LastPerson(last.server(), last.email()));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private SyncException unusable(IOException e) {
    SyncException trouble = StoreTrouble.of(e);
    return trouble != null
        ? trouble
        : new SyncException(Reason.INTERNAL, "The profile cannot be used: " + root, e);
  }

  /** The last session. */
  public SessionStore session() {
    return new SessionStore(outboxFile());
  }

  /** The outbox of {@code owner}. */
  public OutboxStore outbox(String owner) {
    return new OutboxStore(outboxFile(), owner);
  }

  /** The drafts of {@code owner}. */
  public DraftStore drafts(String owner) {
    return new DraftStore(outboxFile(), owner);
  }

  /** The folder of the search index. */
  public Path searchFolder() {
    return folder().resolve("search");
  }

  /** How much of the disk it takes; files that come and go meanwhile may be left out. */
  public SyncHealth.Disk disk() {
    return new SyncHealth.Disk(
        FolderSize.of(folder(), name -> name.startsWith("cache")),
        FolderSize.of(folder(), name -> name.startsWith("outbox")),
        FolderSize.of(searchFolder(), name -> true),
        FolderSize.whole(folder().resolve(OUTGOING))
            + FolderSize.whole(folder().resolve(RECEIVED)));
  }

  /** The folder of the files that {@code owner} is going to send. */
  public Path outgoingFolder(String owner) {
    return folder().resolve(OUTGOING).resolve(nameOf(owner));
  }

  /**
   * The folder of the files that {@code owner} has received; those of others go, as their copies
   * do.
   */
  public Path receivedFolder(String owner) {
    Path all = folder().resolve(RECEIVED);
    Path own = all.resolve(nameOf(owner));
    try (Stream<Path> paths = Files.exists(all) ? Files.walk(all) : Stream.empty()) {
      for (Path path : paths.toList().reversed()) {
        if (!path.equals(all) && !path.startsWith(own)) {
          Files.delete(path);
        }
      }
      return own;
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The profile cannot be used: " + root, e);
    }
  }

  /** Tells nobody who it is. */
  private String nameOf(String owner) {
    return HexFormat.of().formatHex(keyFor("name of " + owner), 0, NAME_BYTES);
  }

  /** A 256-bit key for files of the profile that are not databases, another one for each use. */
  public byte[] keyFor(String use) {
    return files().key().derived(use);
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
      setAsideIfDamaged(folder(), "cache", damaged);
    }
    ConfirmedStore made = openCache();
    made.assign(owner);
    return made;
  }

  /** A new, empty copy in the place of one that turned out to be damaged, which must be closed. */
  public ConfirmedStore replaceCache(String owner, SyncException damaged) {
    setAsideIfDamaged(folder(), "cache", damaged);
    return cache(owner);
  }

  @Override
  public synchronized void close() {
    shut();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the lock of the profile was gone already", e);
    }
  }

  private void shut() {
    Opened now = opened;
    opened = null;
    if (now != null) {
      now.outbox().close();
    }
  }

  /** Where the files are that are open. */
  private Path folder() {
    return files().folder();
  }

  private ConfirmedStore openCache() {
    return new ConfirmedStore(
        new Database(
            folder().resolve("cache"),
            scheme,
            files().key().hex(),
            "cache.sql",
            KillSafeFiles.PREFIX));
  }

  private Opened open(Path folder, @Nullable String who, ProfileKey key) {
    Database outbox = outboxAt(folder, key);
    try {
      new SessionStore(outbox).read();
      return new Opened(folder, who, key, outbox);
    } catch (SyncException damaged) {
      outbox.close();
      setAsideIfDamaged(folder, OUTBOX, damaged);
    }
    return new Opened(folder, who, key, outboxAt(folder, key));
  }

  private Database outboxAt(Path place, ProfileKey key) {
    return new Database(
        place.resolve(OUTBOX), scheme, key.hex(), "outbox.sql", DurableFiles.PREFIX);
  }

  private void setAsideIfDamaged(Path folder, String name, SyncException trouble) {
    if (trouble.reason() != Reason.CACHE_DAMAGED) {
      throw trouble;
    }
    LOG.warn("cannot read {}", name, trouble);
    Path file = folder.resolve(name + SUFFIX);
    String stamp = "-damaged-" + STAMP.format(clock.instant());
    Path aside = folder.resolve(name + stamp + SUFFIX);
    try {
      if (name.equals(OUTBOX) && Files.exists(folder.resolve(OUTGOING))) {
        Files.move(folder.resolve(OUTGOING), folder.resolve(OUTGOING + stamp));
      }
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
      Files.deleteIfExists(folder().resolve("cache" + SUFFIX));
    } catch (IOException e) {
      throw new SyncException(Reason.INTERNAL, "The profile cannot be used: " + root, e);
    }
  }
}
