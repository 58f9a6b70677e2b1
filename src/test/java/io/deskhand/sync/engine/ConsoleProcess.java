package io.deskhand.sync.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A {@link CrashingConsole} in a process of its own. */
final class ConsoleProcess implements AutoCloseable {
  private final Process process;
  private final ProcessLines lines;

  private ConsoleProcess(Process process) {
    this.process = process;
    this.lines = new ProcessLines(process, "the console");
  }

  static ConsoleProcess start(Path profile, URI server, long seed, String run) throws IOException {
    return new ConsoleProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingConsole.class.getName(),
                profile.toString(),
                server.toString(),
                Long.toString(seed),
                run)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Has it do so much more, and does not wait for it. */
  void order(int works) throws IOException {
    process.getOutputStream().write(new byte[works]);
    process.getOutputStream().flush();
  }

  /** Has it do so much more, and waits until it has kept that. */
  void follow(WorkDone done, int works) throws IOException {
    order(works);
    int wanted = done.kept() + works;
    while (done.kept() < wanted) {
      done.read(lines.next());
    }
  }

  /** SIGKILL; what it had said before is read to the end. */
  void kill(WorkDone done) throws IOException {
    lines.kill();
    for (String line = lines.left(); line != null; line = lines.left()) {
      done.read(line);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
