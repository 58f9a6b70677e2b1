package io.deskhand.sync.engine;

import io.deskhand.model.Ids;
import io.deskhand.model.Me;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Tokens;
import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import io.deskhand.sync.KeyPlace;
import io.deskhand.sync.Live;
import io.deskhand.sync.ServerTrust;
import io.deskhand.sync.SyncException;
import io.deskhand.sync.SyncException.Reason;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.SessionStore;
import io.deskhand.sync.cache.Vault;
import io.deskhand.sync.flow.Incidents;
import io.deskhand.sync.flow.SystemThreads;
import io.deskhand.sync.flow.Traffic;
import io.deskhand.sync.rest.AuthApi;
import io.deskhand.sync.rest.Refused;
import io.deskhand.sync.rest.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The sync layer's entry: one profile folder, and the desk that is open on it. */
public final class SyncAccounts implements Accounts {
  private final ServerTrust trust;
  private final Host host;
  private final Incidents incidents;
  private final Profile profile;
  // Guarded by this.
  private @Nullable Engine engine;

  private SyncAccounts(ServerTrust trust, Host host, Incidents incidents, Profile profile) {
    this.trust = trust;
    this.host = host;
    this.incidents = incidents;
    this.profile = profile;
  }

  /**
   * Opens a profile folder, and makes it if there is none. Takes some 0.3 s; not for a UI thread.
   *
   * @param vault where the key of the profile's files belongs, such as {@code Keychain}
   * @param random for the spread of attempts and for ids
   * @throws SyncException PROFILE_IN_USE, DISK_FULL, or INTERNAL if the folder or its key cannot be
   *     used
   */
  public static SyncAccounts open(
      Path folder, Vault vault, Clock clock, RandomGenerator random, Timing timing) {
    return open(folder, vault, ServerTrust.STANDARD, clock, random, timing);
  }

  /**
   * The same for other servers than those that are trusted by themselves.
   *
   * @param trust which servers it signs in to
   * @throws SyncException as above
   */
  public static SyncAccounts open(
      Path folder,
      Vault vault,
      ServerTrust trust,
      Clock clock,
      RandomGenerator random,
      Timing timing) {
    Network internet = new Internet(trust, timing, new Traffic());
    Host host = new Host(new SystemThreads(), internet, clock, random, timing);
    return open(trust, host, incidents -> Profile.open(folder, vault, clock, incidents));
  }

  /** The same on any machine. {@code profile} is opened with where to tell what was damaged. */
  static SyncAccounts open(
      ServerTrust trust, Host host, Function<Consumer<String>, Profile> profile) {
    Incidents incidents = new Incidents(host.clock());
    return new SyncAccounts(
        trust, host, incidents, profile.apply(what -> incidents.note("The profile: {}", what)));
  }

  /** Where the key of the profile's files is kept, for the settings to say. */
  public KeyPlace keyPlace() {
    return profile.keyPlace();
  }

  /** What was found out of order when the profile was opened, and since then. */
  public Live<List<String>> incidents() {
    return incidents.lines();
  }

  @Override
  public CompletionStage<Desk> signIn(URI server, String email, String password) {
    return run(() -> signInNow(normal(server), email, password));
  }

  @Override
  public CompletionStage<Optional<Desk>> resume() {
    return run(this::resumeNow);
  }

  @Override
  public Optional<LastSignIn> lastSignIn() {
    return profile.last().map(last -> new LastSignIn(last.server(), last.email()));
  }

  @Override
  public synchronized void close() {
    closeDesk();
    profile.close();
  }

  private synchronized void closeDesk() {
    Engine open = engine;
    engine = null;
    if (open != null) {
      open.close();
    }
  }

  private Desk signInNow(URI server, String email, String password) throws IOException {
    trust.check(server);
    AuthApi auth = new AuthApi(host.network().http(server));
    String who = place(server) + "|" + email.strip().toLowerCase(Locale.ROOT);
    try {
      Tokens tokens = auth.login(email, password);
      SessionStore.Stored stored =
          new SessionStore.Stored(server, email, tokens.me(), tokens.refreshToken());
      synchronized (this) {
        closeDesk();
        profile.admit(who, password);
        profile.remember(stored);
        return desk(stored, auth, Session.of(auth, host.clock(), tokens, keeper(stored)));
      }
    } catch (Refused refused) {
      auth.close();
      throw refused.code() == ErrorCode.INVALID_CREDENTIALS && unlocks(who, password)
          ? formerPassword(refused)
          : refused;
    } catch (IOException | RuntimeException failure) {
      auth.close();
      if (isAway(failure) && unlocks(who, password)) {
        Optional<Desk> kept = resumeNow();
        if (kept.isPresent()) {
          return kept.get();
        }
      }
      throw failure;
    }
  }

  /** Whether the password opens what is kept here and was locked until now. */
  private boolean unlocks(String who, String password) {
    return profile.isLocked() && profile.unlock(who, password);
  }

  private static boolean isAway(Exception failure) {
    return Failures.of(failure).reason() == Reason.UNREACHABLE;
  }

  private static SyncException formerPassword(Refused refused) {
    return new SyncException(
        Reason.WRONG_CREDENTIALS,
        "That was your password before. What you have written here is open now: sign in with your"
            + " present one",
        refused);
  }

  private synchronized Optional<Desk> resumeNow() {
    if (profile.isLocked()) {
      return Optional.empty();
    }
    Optional<SessionStore.Stored> last = profile.session().read();
    if (last.isEmpty() || last.get().refreshToken() == null) {
      return Optional.empty();
    }
    closeDesk();
    SessionStore.Stored stored = last.get();
    trust.check(stored.server());
    AuthApi auth = new AuthApi(host.network().http(stored.server()));
    return Optional.of(
        desk(
            stored,
            auth,
            new Session(auth, host.clock(), last.get().refreshToken(), keeper(stored))));
  }

  /** Keeps each new refresh token: the one before is spent. */
  private Consumer<Tokens> keeper(SessionStore.Stored stored) {
    return tokens -> profile.session().write(stored.renewed(tokens.me(), tokens.refreshToken()));
  }

  private Desk desk(SessionStore.Stored stored, AuthApi auth, Session session) {
    Me me = stored.me();
    Core core = Core.start(incidents, host);
    Engine opened =
        new Engine(
            core,
            new Engine.Seat(
                stored.server(), host.network(), me, session, profile, owner(stored.server(), me)));
    engine = opened;
    core.thread().execute(opened::start);
    return new SyncDesk(
        me,
        opened,
        new Ids(host.clock(), host.random()),
        new SyncDesk.Exits(
            () -> signOut(stored, auth, session),
            () -> run(() -> signOutEverywhere(opened, auth, session)),
            () -> {
              closeIfOpen(opened);
              auth.close();
            }));
  }

  private synchronized @Nullable Void signOutEverywhere(Engine desk, AuthApi auth, Session session)
      throws IOException {
    auth.logoutEverywhere(session.refreshToken());
    closeIfOpen(desk);
    profile.wipe();
    return null;
  }

  private synchronized void closeIfOpen(Engine desk) {
    if (engine == desk) {
      closeDesk();
    }
  }

  private void signOut(SessionStore.Stored stored, AuthApi auth, Session session) {
    session.close();
    profile.session().write(stored.ended());
    try {
      auth.logout(session.refreshToken());
    } catch (IOException | RuntimeException e) {
      incidents.note("Signed out here, but the server could not be told: {}", e.getMessage(), e);
    }
  }

  /** Whose copy and outbox: a desk on this machine is the same one on whatever port it runs. */
  private static String owner(URI server, Me me) {
    return place(server) + "|" + me.id();
  }

  private static String place(URI server) {
    return isLoopback(server) ? "this-machine" : server.toString();
  }

  private static boolean isLoopback(URI server) {
    String host = server.getHost();
    try {
      return host.equals("localhost")
          || (host.matches("[0-9.:\\[\\]]+") && InetAddress.getByName(host).isLoopbackAddress());
    } catch (IOException e) {
      return false;
    }
  }

  private static URI normal(URI server) {
    String scheme = String.valueOf(server.getScheme());
    if (server.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new SyncException(
          Reason.NOT_A_DESKHAND_SERVER,
          "That is no address of a server; it begins with http:// or https://");
    }
    return URI.create(server.toString().replaceFirst("/+$", ""));
  }

  private <T> CompletionStage<T> run(Callable<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    host.threads()
        .start(
            "deskhand-accounts",
            () -> {
              try {
                result.complete(task.call());
              } catch (Throwable failure) {
                result.completeExceptionally(failure);
              }
            });
    return Failures.told(result);
  }
}
