package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Routes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Measures a server in a process of its own over HTTP and sockets, with as many tickets as asked
 * for and five messages each. Prints tables; see src/docs/benchmarks.md.
 */
public final class ServerBench {
  /** Which parts to run, of reads, writes, sockets, idle; with commas. */
  private static final String PARTS =
      System.getProperty("bench.parts", "reads,writes,sockets,idle");

  private ServerBench() {}

  /** Arguments: how many tickets, the directory for the data, and options for the server's JVM. */
  public static void main(String[] args) throws Exception {
    Set<String> parts = Set.of(PARTS.split(","));
    int tickets = Integer.parseInt(args[0]);
    Path data = Files.createDirectories(Path.of(args[1]));
    long begun = System.nanoTime();
    BenchData.prepare(data, tickets);
    System.out.printf(
        Locale.ROOT, "%n%,d tickets, server with %s%n%n", tickets, ServerProcess.HEAP);
    System.out.printf("data made or found in %d s%n", seconds(begun));
    begun = System.nanoTime();
    List<String> jvm = List.of(args).subList(2, args.length);
    try (ServerProcess server = ServerProcess.start(data, ServerProcess.HEAP, jvm)) {
      System.out.printf("server accepts connections after %d s%n", seconds(begun));
      run(new Bench(server), parts);
      System.out.printf("%nserver's resident memory: %d MB%n", server.residentMegabytes());
    }
    if (parts.contains("idle")) {
      IdleBench.run(jvm);
    }
  }

  private static void run(Bench bench, Set<String> parts) throws Exception {
    awaitSearch(bench.admin);
    List<String> ids = ids(bench.admin);
    if (parts.contains("reads")) {
      new ReadBench(bench).run(ids);
    }
    if (parts.contains("writes")) {
      new WriteBench(bench).run(ids);
    }
    if (parts.contains("sockets")) {
      new SocketBench(bench).run(ids.getFirst());
    }
  }

  private static long seconds(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  /** The first start makes the index of the texts. */
  private static void awaitSearch(Http admin) throws InterruptedException {
    long begun = System.nanoTime();
    boolean ready = false;
    while (!ready) {
      try {
        admin.get(Routes.TICKETS + "?q=anything");
        ready = true;
      } catch (IllegalStateException e) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    System.out.printf("search answers after %d s more%n", seconds(begun));
  }

  private static List<String> ids(Http admin) {
    List<String> ids = new ArrayList<>();
    for (JsonNode ticket : admin.json(Routes.TICKETS + "?limit=500&page=2").get("tickets")) {
      ids.add(ticket.get("id").asText());
    }
    return ids;
  }
}
