package io.deskhand.sync.engine;

import io.deskhand.Main;
import io.deskhand.server.store.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server in a process of its own, as {@code deskhand serve} starts it, that can be killed. */
final class ServedProcess implements AutoCloseable {
  private static final String SERVING = "Deskhand is serving ";
  private final Process process;
  private final URI address;

  private ServedProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
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
    Process process = builder.start();
    return new ServedProcess(process, address(process));
  }

  URI address() {
    return address;
  }

  /** SIGKILL; it is gone when this returns. */
  void kill() throws InterruptedException {
    if (!process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server outlived its end");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static URI address(Process server) throws IOException {
    BufferedReader lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(SERVING)) {
        return URI.create(line.substring(SERVING.length()));
      }
    }
    throw new IOException("the server ended before it served");
  }
}
