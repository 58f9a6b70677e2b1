package io.deskhand.console.app;

import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The sync layer, opened, and the desk of the last session. It needs no window: begun before the
 * toolkit starts, it has the first page of the queue by the time that there is one.
 *
 * @param desk empty if somebody has to sign in
 */
record Opening(Accounts accounts, Optional<Desk> desk) {
  /**
   * Begins on a thread of {@code executor}; fails as {@link ConsoleOptions#accounts} or {@link
   * Accounts#resume} do, and then nothing stays open.
   */
  static CompletableFuture<Opening> begin(
      Supplier<? extends Accounts> accounts, Executor executor) {
    return CompletableFuture.<Accounts>supplyAsync(accounts::get, executor)
        .thenCompose(Opening::resume);
  }

  private static CompletableFuture<Opening> resume(Accounts opened) {
    return opened
        .resume()
        .thenApply(desk -> new Opening(opened, desk))
        .toCompletableFuture()
        .whenComplete(
            (done, problem) -> {
              if (problem != null) {
                opened.close();
              }
            });
  }
}
