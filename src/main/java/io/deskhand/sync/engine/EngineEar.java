package io.deskhand.sync.engine;

import io.deskhand.protocol.Frame;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.live.LiveSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears one socket on the engine's thread. The socket's reader waits for the engine, so that
 * nothing piles up in between: a console that is too slow is then cut by the server.
 */
final class EngineEar implements LiveSocket.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(EngineEar.class);
  private final SerialThread thread;
  private final BooleanSupplier wanted;
  private final LiveSocket.Listener target;
  private final Consumer<Throwable> failures;

  /**
   * @param wanted whether that socket still is the one; asked on the engine's thread
   * @param failures gets what nobody expected
   */
  EngineEar(
      SerialThread thread,
      BooleanSupplier wanted,
      LiveSocket.Listener target,
      Consumer<Throwable> failures) {
    this.thread = thread;
    this.wanted = wanted;
    this.target = target;
    this.failures = failures;
  }

  @Override
  public void opened() {
    await(target::opened);
  }

  @Override
  public void frame(Frame frame) {
    await(() -> target.frame(frame));
  }

  @Override
  public void closed(int code, String reason) {
    // May come from the engine's own thread, which cannot wait for itself.
    thread.execute(ifWanted(() -> target.closed(code, reason)));
  }

  private void await(Runnable task) {
    Runnable guarded = ifWanted(task);
    CompletableFuture<Boolean> run =
        thread.call(
            () -> {
              guarded.run();
              return true;
            });
    Throwable failure = run.handle((ok, e) -> e).join();
    if (failure instanceof RejectedExecutionException) {
      LOG.debug("nobody listens any more", failure);
    } else if (failure != null) {
      failures.accept(failure);
    }
  }

  private Runnable ifWanted(Runnable task) {
    return () -> {
      if (wanted.getAsBoolean()) {
        task.run();
      }
    };
  }
}
