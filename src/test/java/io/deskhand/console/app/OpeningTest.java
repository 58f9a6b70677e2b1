package io.deskhand.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.sync.Accounts;
import io.deskhand.sync.Desk;
import io.deskhand.sync.SyncException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private final CompletableFuture<Optional<Desk>> resumed = new CompletableFuture<>();
  private boolean closed;

  @Test
  void itResumesAsSoonAsTheProfileIsOpen() {
    Accounts accounts = new Some();
    CompletableFuture<Opening> opening = Opening.begin(() -> accounts, Runnable::run);
    assertThat(opening).isNotDone();

    resumed.complete(Optional.empty());

    assertThat(opening).isCompletedWithValue(new Opening(accounts, Optional.empty()));
    assertThat(closed).isFalse();
  }

  @Test
  void aProfileThatCannotBeOpenedIsToldAsItIs() {
    SyncException inUse = new SyncException(SyncException.Reason.PROFILE_IN_USE, "in use");
    CompletableFuture<Opening> opening =
        Opening.begin(
            () -> {
              throw inUse;
            },
            Runnable::run);
    assertThatThrownBy(opening::join).isInstanceOf(CompletionException.class).hasCause(inUse);
  }

  @Test
  void whatCannotBeResumedIsClosedSoThatAnotherAttemptFindsItFree() {
    CompletableFuture<Opening> opening = Opening.begin(Some::new, Runnable::run);

    resumed.completeExceptionally(new SyncException(SyncException.Reason.DISK_FULL, "full"));

    assertThat(opening).isCompletedExceptionally();
    assertThat(closed).isTrue();
  }

  private final class Some implements Accounts {
    @Override
    public CompletionStage<Desk> signIn(URI server, String email, String password) {
      throw new UnsupportedOperationException("nobody signs in here");
    }

    @Override
    public CompletionStage<Optional<Desk>> resume() {
      return resumed;
    }

    @Override
    public Optional<LastSignIn> lastSignIn() {
      return Optional.empty();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
