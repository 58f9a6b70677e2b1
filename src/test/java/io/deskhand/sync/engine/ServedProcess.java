package io.deskhand.sync.engine;

import io.deskhand.Main;
import io.deskhand.server.store.DatabaseUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, as {@code deskhand serve} starts it, that can be killed. */
final class ServedProcess implements AutoCloseable {
  private static final String SERVING = "Deskhand is serving ";
  private final Process process;
  private final ProcessLines lines;
  private final URI address;

  private ServedProcess(Process process) throws IOException {
    this.process = process;
    this.lines = new ProcessLines(process, "the server");
    this.address = served(lines);
  }

  /** Starts a server on a port of its own; it accepts connections when this returns. */
  static ServedProcess start(Path data, @Nullable DatabaseUrl database) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--data",
                data.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    if (database != null) {
      builder.environment().put("DESKHAND_DATABASE", database.url());
      builder.environment().put("DESKHAND_DATABASE_USER", database.user());
      builder.environment().put("DESKHAND_DATABASE_PASSWORD", database.password());
    }
    return new ServedProcess(builder.start());
  }

  URI address() {
    return address;
  }

  /** SIGKILL; it is gone when this returns. */
  void kill() throws IOException {
    lines.kill();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static URI served(ProcessLines lines) throws IOException {
    String line = lines.next();
    while (!line.startsWith(SERVING)) {
      line = lines.next();
    }
    return URI.create(line.substring(SERVING.length()));
  }
}
