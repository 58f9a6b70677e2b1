package io.deskhand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The console's sync layer beside a large desk: a server, and consoles without their windows, each
 * in a process of its own. Prints tables; see src/docs/benchmarks.md.
 */
public final class ConsoleBench {
  private ConsoleBench() {}

  /** Arguments: how many tickets, the directory for the data, and options for the consoles' JVM. */
  public static void main(String[] args) throws Exception {
    int tickets = Integer.parseInt(args[0]);
    Path data = Files.createDirectories(Path.of(args[1]));
    Path desk = Files.createDirectories(data.resolve("desk"));
    BenchData.prepare(desk, tickets, 0);
    List<String> options = List.of(args).subList(2, args.length);
    Jvm plain = Jvm.plain(options);
    Packaged packages = Packaged.in(data.resolve("packages"));
    System.out.printf(Locale.ROOT, "%n%,d tickets, console with %s%n%n", tickets, Jvm.HEAP);
    System.out.println(Usage.HEADER);
    try (ServerProcess server = ServerProcess.start(desk, ServerProcess.HEAP, List.of())) {
      server.awaitRest();
      for (Jvm jvm : List.of(plain, packages.jvm().with(options))) {
        System.out.println(jvm.equals(plain) ? "as mvn starts it" : "as the packages start it");
        Path profile = data.resolve("console");
        delete(profile);
        // The words of a console that was there before are indexed.
        for (String phase : List.of("first", "messages", "search", "again")) {
          probe(phase, server, profile, tickets, jvm);
        }
        window(profile, jvm);
      }
      SyncLimits.print(server.address(), data.resolve("limits"), tickets);
    }
  }

  private static void probe(String phase, ServerProcess server, Path profile, int tickets, Jvm jvm)
      throws Exception {
    server.awaitRest();
    jvm.run(
        ConsoleProbe.class.getName(),
        phase,
        server.address().toString(),
        Long.toString(server.pid()),
        profile.toString(),
        Integer.toString(tickets));
  }

  private static void window(Path profile, Jvm jvm) throws Exception {
    jvm.with(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"))
        .run(WindowProbe.class.getName(), profile.toString());
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
