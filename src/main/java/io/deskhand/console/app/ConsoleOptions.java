package io.deskhand.console.app;

import io.deskhand.console.signin.DemoHost;
import io.deskhand.sync.Accounts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a console is started.
 *
 * @param profile the folder that belongs to this console: the cache is in it, and what the window
 *     remembers of itself
 * @param accounts opens the sync layer; called once, off the FX thread; may fail with a
 *     SyncException, such as for a profile that is in use
 * @param server what the sign-in screen begins with; null: who signed in last
 * @param email the same
 * @param demo starts the demo desk when it is asked for
 * @param startDemo whether to start it at once, unless somebody is signed in
 * @param clock what time it is, and where
 */
public record ConsoleOptions(
    Path profile,
    Supplier<? extends Accounts> accounts,
    @Nullable URI server,
    @Nullable String email,
    DemoHost demo,
    boolean startDemo,
    Clock clock) {
  /** The log in the profile without what its lines were about, for support. */
  public static final String SUPPORT_LOG = "support.log";
}
