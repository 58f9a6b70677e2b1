package io.deskhand.sync.engine;

import io.deskhand.sync.Subscription;
import io.deskhand.sync.rest.Session;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renews the access token of a connection before it ends. Of the engine's thread. */
final class TokenRenewal {
  private final Core core;
  private final Session session;
  private final Consumer<String> renewed;
  private final Consumer<Exception> failed;
  private @Nullable Subscription timer;
  private int run;

  TokenRenewal(Core core, Session session, Consumer<String> renewed, Consumer<Exception> failed) {
    this.core = core;
    this.session = session;
    this.renewed = renewed;
    this.failed = failed;
  }

  /** From now on, until {@link #stop}. */
  void start() {
    stop();
    Duration rest = Duration.between(core.clock().instant(), session.renewAt());
    timer = core.thread().after(rest.isNegative() ? Duration.ZERO : rest, this::renew);
  }

  void stop() {
    run++;
    if (timer != null) {
      timer.close();
      timer = null;
    }
  }

  private void renew() {
    int mine = run;
    core.background()
        .run(
            session::token,
            token -> {
              if (mine == run) {
                renewed.accept(token);
                start();
              }
            },
            failure -> {
              if (mine == run) {
                failed.accept(failure);
              }
            });
  }
}
