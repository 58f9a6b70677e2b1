package io.deskhand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What a console and its server take: time, processors, memory. */
final class Usage {
  static final String HEADER =
      "| work | seconds | console CPU s | server CPU s | console MB |\n|---|---|---|---|---|";
  private final ProcessHandle server;
  private long begun;
  private double consoleBefore;
  private double serverBefore;

  Usage(ProcessHandle server) {
    this.server = server;
    start();
  }

  /** From now on. */
  void start() {
    begun = System.nanoTime();
    consoleBefore = cpu(ProcessHandle.current());
    serverBefore = cpu(server);
  }

  /** Since {@link #start}, as a row of a table. */
  void print(String work) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "| %-60s | %7.2f | %7.2f | %7.2f | %5d |%n",
        work,
        seconds(),
        cpu(ProcessHandle.current()) - consoleBefore,
        cpu(server) - serverBefore,
        residentMegabytes());
  }

  /** The same of a console that has no server. */
  void printOwn(String work) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "| %-60s | %7.2f | %7.2f | %7s | %5d |%n",
        work,
        seconds(),
        cpu(ProcessHandle.current()) - consoleBefore,
        "",
        residentMegabytes());
  }

  double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  /** The processor time of this process so far. */
  static double ownCpuSeconds() {
    return cpu(ProcessHandle.current());
  }

  private static double cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0);
  }

  private static long residentMegabytes() throws IOException {
    return statusMegabytes(ProcessHandle.current().pid());
  }

  private static long statusMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  /** The bytes of the files in {@code folder}. */
  static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += size(file);
      }
    }
    return bytes;
  }

  private static long size(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException gone) {
      return 0;
    }
  }
}
