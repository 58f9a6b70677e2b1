package io.deskhand.sync.cache;

import io.deskhand.model.Me;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who signed in last, and the way to stay signed in, on disk. Thread-safe. */
public final class SessionStore {
  private static final String NAME = "session";
  private final Database database;

  SessionStore(Database database) {
    this.database = database;
  }

  /**
   * The last session.
   *
   * @param email as it was typed
   * @param refreshToken null after signing out
   */
  public record Stored(URI server, String email, Me me, @Nullable String refreshToken) {
    /** The same, with the next refresh token. */
    public Stored renewed(Me person, String token) {
      return new Stored(server, email, person, token);
    }

    /** The same, signed out. */
    public Stored ended() {
      return new Stored(server, email, me, null);
    }

    @Override
    public String toString() {
      return "Stored[" + email + " at " + server + "]";
    }
  }

  public Optional<Stored> read() {
    return database.in(handle -> Meta.read(handle, NAME, Stored.class));
  }

  public void write(Stored session) {
    database.run(handle -> Meta.write(handle, NAME, session));
  }
}
