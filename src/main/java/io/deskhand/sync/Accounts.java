package io.deskhand.sync;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The way to a {@link Desk}: signing in, and coming back. One profile folder belongs to one program
 * at a time. Thread-safe; the stages complete on threads of the sync layer, and fail with {@link
 * SyncException} only.
 */
public interface Accounts extends AutoCloseable {
  /**
   * Signs in, over the network. The first page of the queue is in the cache, or on its way, when
   * this completes. Signing in as the one whose cache the profile holds keeps the cache, its outbox
   * and drafts. Where these are locked with the password, it opens them also while the server is
   * away.
   *
   * @param server its address, such as http://localhost:8484
   */
  CompletionStage<Desk> signIn(URI server, String email, String password);

  /**
   * The desk of the last session, from the cache and without waiting for any network; empty if
   * nobody is signed in, or what is kept here is locked with a password.
   */
  CompletionStage<Optional<Desk>> resume();

  /** Who signed in last and where, to offer on the sign-in screen; empty on a new profile. */
  Optional<LastSignIn> lastSignIn();

  /** What the sign-in screen offers. */
  record LastSignIn(URI server, String email) {}

  /** Closes the open desk, if any, and gives the profile free. */
  @Override
  void close();
}
