package io.deskhand.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What thousands of sockets that nobody uses cost, on a small desk and in a small heap. */
final class IdleBench {
  private static final int SOCKETS = 5_000;
  private static final int TICKETS = 1_000;
  private static final int PEOPLE = 100;
  private static final String HEAP = "-Xmx192m";

  private IdleBench() {}

  static void run(List<String> jvm) throws Exception {
    Path data = Files.createTempDirectory("deskhand-idle");
    BenchData.prepare(data, TICKETS);
    try (ServerProcess server = ServerProcess.start(data, HEAP, jvm);
        Sockets sockets = new Sockets()) {
      List<Http> people = new ArrayList<>();
      for (int n = 0; n < PEOPLE; n++) {
        people.add(Http.signIn(server.address(), "agent" + n + "@bench.desk"));
      }
      long before = server.residentMegabytes();
      for (int n = 0; n < SOCKETS; n++) {
        Http person = people.get(n % PEOPLE);
        sockets.add(server.address(), person.token(), null, (socket, count) -> {});
      }
      sockets.start();
      // Two heartbeats: what they leave behind belongs to it.
      TimeUnit.SECONDS.sleep(35);
      System.out.printf(
          "%n%d idle signed-in sockets: %d MB resident with %s, %d MB before them%n",
          SOCKETS, server.residentMegabytes(), HEAP, before);
    }
  }
}
