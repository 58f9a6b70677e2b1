package io.deskhand.sync.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process of a test says, and its end; a process that says nothing any more is noticed. */
final class ProcessLines {
  /** What the exit code is of a process that SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  private final Process process;
  private final String who;
  private final BufferedReader lines;

  /**
   * @param who it is, in words, for a test that fails
   */
  ProcessLines(Process process, String who) {
    this.process = process;
    this.who = who;
    this.lines = process.inputReader();
  }

  /** The next line, which it is waited for. */
  String next() throws IOException {
    new Patience(process.toHandle(), who + " says nothing").until(this::isSomethingThere);
    String line = lines.readLine();
    if (line == null) {
      throw new IOException(who + " ended by itself");
    }
    return line;
  }

  private boolean isSomethingThere() {
    try {
      return lines.ready() || !process.isAlive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL; it is gone when this returns, and what it had said is still there. */
  void kill() throws IOException {
    // The process's own method would close the stream, and with it lose what was said last.
    process.toHandle().destroyForcibly();
    new Patience(process.toHandle(), who + " outlives its end").until(() -> !process.isAlive());
    if (process.exitValue() != KILLED) {
      throw new IOException(who + " had ended by itself");
    }
  }

  /** A line that it had said before it was killed; null if there is none left. */
  String left() throws IOException {
    return lines.readLine();
  }
}
