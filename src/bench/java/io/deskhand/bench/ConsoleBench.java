package io.deskhand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The console's sync layer beside a large desk: a server, and consoles without their windows, each
 * in a process of its own. Prints tables; see src/docs/benchmarks.md.
 */
public final class ConsoleBench {
  private static final String HEAP = "-Xmx3g";

  private ConsoleBench() {}

  /** Arguments: how many tickets, the directory for the data, and options for the consoles' JVM. */
  public static void main(String[] args) throws Exception {
    int tickets = Integer.parseInt(args[0]);
    Path data = Files.createDirectories(Path.of(args[1]));
    Path desk = Files.createDirectories(data.resolve("desk"));
    BenchData.prepare(desk, tickets, 0);
    Path profile = data.resolve("console");
    delete(profile);
    System.out.printf(Locale.ROOT, "%n%,d tickets, console with %s%n%n", tickets, HEAP);
    System.out.println(Usage.HEADER);
    List<String> jvm = List.of(args).subList(2, args.length);
    try (ServerProcess server = ServerProcess.start(desk, ServerProcess.HEAP, List.of())) {
      server.awaitRest();
      // The words of a console that was there before are indexed.
      for (String phase : List.of("first", "messages", "search", "again")) {
        probe(phase, server, profile, tickets, jvm);
      }
      window(profile, jvm);
      SyncLimits.print(server.address(), data.resolve("limits"), tickets);
    }
  }

  private static void probe(
      String phase, ServerProcess server, Path profile, int tickets, List<String> jvm)
      throws Exception {
    run(
        jvm,
        ConsoleProbe.class.getName(),
        phase,
        server.address().toString(),
        Long.toString(server.pid()),
        profile.toString(),
        Integer.toString(tickets));
  }

  /** As it is built, and then as the packages have it. */
  private static void window(Path profile, List<String> jvm) throws Exception {
    List<String> headless = new ArrayList<>(jvm);
    headless.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    String probe = WindowProbe.class.getName();
    run(headless, probe, profile.toString());
    Packaged packaged = new Packaged(profile.resolveSibling("packaged"));
    String classPath = packaged.classPath();
    System.out.printf("%n%s%n", "The same twice with jars: the first run fills an AOT cache.");
    for (List<String> cache : List.of(packaged.learning(), packaged.learned())) {
      List<String> all = new ArrayList<>(headless);
      all.addAll(cache);
      runOn(classPath, all, probe, profile.toString());
    }
  }

  private static void run(List<String> jvm, String... program) throws Exception {
    runOn(System.getProperty("java.class.path"), jvm, program);
  }

  private static void runOn(String classPath, List<String> jvm, String... program)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "--enable-native-access=ALL-UNNAMED"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(program));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", program) + " ended with " + code);
    }
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
