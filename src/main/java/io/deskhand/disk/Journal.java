package io.deskhand.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a file may not have on the disk yet, in two files beside it that take turns: while
 * steps go to one, the disk takes over those of the other. Not thread-safe.
 */
final class Journal implements AutoCloseable {
  /** When a file has had its turn, in bytes. */
  private static final long TURN = 16L << 20;

  /** How much a file grows by at least, in bytes. */
  private static final int ROOM = 64 << 10;

  private final FileChannel target;
  private final List<FileChannel> files;
  private final boolean flushed;
  private final NewestChunk newest = new NewestChunk();
  private long generation = 1;
  private long position;
  private @Nullable FutureTask<@Nullable Void> settling;

  private Journal(FileChannel target, List<FileChannel> files, boolean flushed) {
    this.target = target;
    this.files = files;
    this.flushed = flushed;
  }

  /**
   * Carries out on {@code target} what is written down for it, and is ready for more.
   *
   * @param path of the target
   * @param flushed whether a step has to be on the disk itself before it is carried out
   */
  static Journal open(FilePath path, FileChannel target, boolean flushed) throws IOException {
    List<FileChannel> files = new ArrayList<>();
    for (FilePath each : beside(path)) {
      files.add(each.open("rw"));
    }
    Journal journal = new Journal(target, files, flushed);
    journal.recover();
    return journal;
  }

  static boolean exists(FilePath path) {
    return beside(path).stream().anyMatch(FilePath::exists);
  }

  static void delete(FilePath path) {
    beside(path).stream().filter(FilePath::exists).forEach(FilePath::delete);
  }

  private static List<FilePath> beside(FilePath path) {
    return List.of(FilePath.get(path + ".journal0"), FilePath.get(path + ".journal1"));
  }

  private record Turn(FileChannel file, long generation) {}

  private void recover() throws IOException {
    List<Turn> turns = new ArrayList<>();
    for (FileChannel file : files) {
      StepRecord.read(file, 0).ifPresent(first -> turns.add(new Turn(file, first.generation())));
    }
    turns.sort(Comparator.comparingLong(Turn::generation));
    long length = target.size();
    for (Turn turn : turns) {
      length = carryOut(turn);
      generation = turn.generation() + 1;
    }
    target.truncate(length);
    clear();
  }

  /** Answers how long the target is after that; what had been added to it stays meanwhile. */
  private long carryOut(Turn turn) throws IOException {
    long length = target.size();
    long at = 0;
    Optional<StepRecord> next = StepRecord.read(turn.file(), at);
    while (next.isPresent() && next.get().generation() == turn.generation()) {
      next.get().step().writes().forEach(newest::observe);
      next.get().step().carryOut(target);
      length = next.get().length();
      at += next.get().size();
      next = StepRecord.read(turn.file(), at);
    }
    return length;
  }

  /** Makes sure that there is room for a step that is not whole yet. */
  void reserve(Step step) throws IOException {
    if (position > TURN) {
      turn();
    }
    long missing = position + new StepRecord(generation, 0, step).size() - current().size();
    if (missing > 0) {
      int room = Math.toIntExact(Math.max(missing, ROOM));
      Channels.write(current(), ByteBuffer.allocate(room), current().size());
    }
  }

  /** Writes down a step; when this returns, it will be carried out whatever happens. */
  void append(Step step, long length) throws IOException {
    StepRecord entry = new StepRecord(generation, length, step);
    Channels.write(current(), entry.encoded(), position);
    position += entry.size();
    if (flushed) {
      current().force(false);
    }
    step.writes().forEach(newest::observe);
  }

  private FileChannel current() {
    return files.get((int) (generation % files.size()));
  }

  private void turn() throws IOException {
    settled();
    if (flushed) {
      FutureTask<@Nullable Void> task = new FutureTask<>(this::settle);
      Thread.ofVirtual().name("journal").start(task);
      settling = task;
    }
    generation++;
    position = 0;
  }

  private @Nullable Void settle() throws IOException {
    target.force(true);
    return null;
  }

  /** Waits until the disk has taken over what the file before this one was about. */
  private void settled() throws IOException {
    FutureTask<?> task = settling;
    if (task == null) {
      return;
    }
    boolean interrupted = false;
    try {
      while (settling != null) {
        try {
          task.get();
          settling = null;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IOException("The disk did not take over what was written", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Nothing is written down any more: the target itself has all of it. */
  void clear() throws IOException {
    settled();
    newest.nameIn(target);
    if (flushed) {
      target.force(true);
    }
    for (FileChannel file : files) {
      file.truncate(0);
    }
    generation++;
    position = 0;
  }

  @Override
  public void close() throws IOException {
    for (FileChannel file : files) {
      file.close();
    }
  }
}
