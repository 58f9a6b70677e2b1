package io.deskhand.bench;

import io.deskhand.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, as in life. */
final class ServerProcess implements AutoCloseable {
  static final String HEAP = "-Xmx3g";
  private static final double BUSY_MILLIS = 100;
  private static final String READY = "Deskhand is serving ";
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts one on {@code data}; returns when it accepts connections. Its log goes to a file. */
  static ServerProcess start(Path data, String heap, List<String> jvm) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("java", heap, "--enable-native-access=ALL-UNNAMED");
    builder.command().set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(jvm);
    builder
        .command()
        .addAll(
            List.of(
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                // Everybody here is one person.
                "--rate-limit",
                "1000000",
                "--data",
                data.toString()));
    builder.redirectError(data.resolve("server.log").toFile());
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ServerProcess(process, URI.create(line.substring(READY.length())));
      }
    }
    throw new IllegalStateException(
        "the server did not start:\n" + Files.readString(data.resolve("server.log")));
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  /** The processor time that it has used so far, in milliseconds. */
  double cpuMillis() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
  }

  /**
   * Waits until it does nothing by itself any more: what it does after its start is not measured.
   */
  void awaitRest() throws InterruptedException {
    double before;
    do {
      before = cpuMillis();
      TimeUnit.SECONDS.sleep(1);
    } while (cpuMillis() - before > BUSY_MILLIS);
  }

  long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
