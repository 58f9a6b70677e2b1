package io.deskhand.server.store;

import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A work on its way through the ledger. */
final class PendingWork<T> implements Ledger.Written<T> {
  private final Ledger.Work<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable T result;
  private @Nullable Throwable failure;

  PendingWork(Ledger.Work<T> work) {
    this.work = work;
  }

  /** Runs it; on the writer's thread. Says whether it went well. */
  boolean run(LedgerTx tx) {
    try {
      result = tx.attempt(() -> work.run(tx));
      return true;
    } catch (RuntimeException e) {
      failure = Failures.ofOne(e);
    } catch (Error e) {
      failure = e;
    }
    return false;
  }

  /** Lets the caller go on with what came of it. */
  @SuppressWarnings("NullAway") // A work may return null where its T is nullable.
  void complete() {
    if (failure == null) {
      answer.complete(result);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  void fail(RuntimeException reason) {
    answer.completeExceptionally(reason);
  }

  @Override
  public T await() {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.of(ErrorCode.UNAVAILABLE, "The server is stopping");
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    return new IllegalStateException("a work failed", cause);
  }
}
