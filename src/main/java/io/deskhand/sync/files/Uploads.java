package io.deskhand.sync.files;

import io.deskhand.sync.OutgoingFile;
import io.deskhand.sync.flow.Background;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Brings the files of messages to the server before the messages themselves. Few at once, so that
 * large files leave room for words. Of the engine's thread.
 */
public final class Uploads {
  private static final int AT_ONCE = 2;
  private final Uploader uploader;
  private final Background background;
  private final Map<UUID, AtomicBoolean> underWay = new HashMap<>();
  private final Map<UUID, Integer> failures = new HashMap<>();
  private final Set<UUID> there = new HashSet<>();

  Uploads(Uploader uploader, Background background) {
    this.uploader = uploader;
    this.background = background;
  }

  /** Whether the server has everything that a message carries, as far as is known. */
  public boolean areThere(UUID intentId, List<OutgoingFile> files) {
    return files.isEmpty() || there.contains(intentId);
  }

  /**
   * Begins to bring the files of a message; nothing happens if they are on their way, or too many
   * others are.
   *
   * @param done when all of them are there, or there is room for others
   * @param failed with what one of them failed with, how often in a row
   */
  public void begin(
      UUID intentId, List<OutgoingFile> files, Runnable done, Consumer<Failure> failed) {
    if (underWay.size() >= AT_ONCE || underWay.containsKey(intentId)) {
      return;
    }
    AtomicBoolean stopped = new AtomicBoolean();
    underWay.put(intentId, stopped);
    background.run(
        () -> {
          for (OutgoingFile file : files) {
            bring(file, stopped);
          }
          return files;
        },
        all -> {
          failures.remove(intentId);
          if (ended(intentId, stopped)) {
            there.add(intentId);
          }
          done.run();
        },
        failure -> {
          if (ended(intentId, stopped) && !(failure instanceof CancellationException)) {
            int times = failures.merge(intentId, 1, Integer::sum);
            failed.accept(Failure.of(failure, times));
          } else {
            done.run();
          }
        });
  }

  /** They may be gone again: a server keeps what no message carries for a day. */
  public void askAgain(UUID intentId) {
    there.remove(intentId);
  }

  /** The message has left the outbox. */
  public void cancel(UUID intentId) {
    AtomicBoolean stopped = underWay.remove(intentId);
    if (stopped != null) {
      stopped.set(true);
    }
    failures.remove(intentId);
    there.remove(intentId);
  }

  /** No network: what is under way ends after its part. */
  public void stop() {
    Set.copyOf(underWay.keySet()).forEach(this::cancel);
    there.clear();
  }

  /** False if it was cancelled, and something else may be under way by now. */
  private boolean ended(UUID intentId, AtomicBoolean stopped) {
    return !stopped.get() && underWay.remove(intentId, stopped);
  }

  private void bring(OutgoingFile file, AtomicBoolean stopped) throws Exception {
    try {
      uploader.bring(file, stopped::get);
    } catch (CancellationException cancelled) {
      throw cancelled;
    } catch (Exception e) {
      throw new NotBrought(file, e);
    }
  }

  /**
   * Why files are not at the server.
   *
   * @param file the name of the one that failed
   * @param times how often in a row
   */
  public record Failure(String file, Exception cause, int times) {
    private static Failure of(Exception failure, int times) {
      return failure instanceof NotBrought it
          ? new Failure(it.file.name(), it.cause, times)
          : new Failure("", failure, times);
    }
  }

  private static final class NotBrought extends Exception {
    private final transient OutgoingFile file;
    private final Exception cause;

    NotBrought(OutgoingFile file, Exception cause) {
      super(cause);
      this.file = file;
      this.cause = cause;
    }
  }
}
