package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is written so that a loss of power does not take it back. */
final class WriteBench {
  private static final int WRITERS = 64;
  private static final int BULK = 13_000;
  private final Bench bench;

  WriteBench(Bench bench) {
    this.bench = bench;
  }

  void run(List<String> ids) throws Exception {
    Bench.ratesHeader();
    for (int group : new int[] {1, WRITERS}) {
      double rows = RawDisk.rowsPerSecond(Files.createTempDirectory("deskhand-raw"), group);
      System.out.println(
          Bench.rate("baseline: 1 kB rows in H2, a flush for " + group, rows) + " |");
    }
    bench.writes("create, " + WRITERS + " at once", WRITERS, this::create);
    AtomicLong next = new AtomicLong();
    bench.writes(
        "reply, " + WRITERS + " at once",
        WRITERS,
        () -> reply(ids.get((int) (next.getAndIncrement() % ids.size()))));
    bulkResolve();
  }

  private void create() {
    bench.admin.post(
        Routes.TICKETS,
        Map.of("subject", "New " + Thread.currentThread().threadId(), "category", "kind2"));
  }

  private void reply(String ticket) {
    bench.admin.post(Routes.ticket(ticket, "messages"), Map.of("body", "A reply of some length"));
  }

  /** Nobody has resolved anything yet: the first few thousand only warm the server up. */
  private void bulkResolve() throws Exception {
    bench.signIn();
    List<String> found = unresolved();
    int warm = found.size() / 4;
    resolve(found.subList(0, warm));
    List<String> rest = found.subList(warm, found.size());
    double cpu = bench.server.cpuMillis();
    long begun = System.nanoTime();
    resolve(rest);
    double perSecond = rest.size() * 1e9 / (System.nanoTime() - begun);
    System.out.println(
        Bench.rate("bulk resolve of " + rest.size() + " tickets", perSecond)
            + Bench.each(bench.server.cpuMillis() - cpu, rest.size()));
  }

  private void resolve(List<String> tickets) throws InterruptedException {
    byte[] accepted =
        bench.admin.post(
            Routes.BULK + "/resolve", Map.of("ticketIds", tickets, "resolution", "Done"));
    String job = Routes.JOBS + "/" + Json.parse(accepted).get("job").get("id").asText();
    while (!bench.admin.json(job).get("state").asText().equals("done")) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private List<String> unresolved() {
    String query = Routes.TICKETS + "?status=open,in_progress,pending&sort=createdAt&limit=500";
    List<String> found = new ArrayList<>();
    boolean more = true;
    for (int page = 1; more && found.size() < BULK; page++) {
      JsonNode tickets = bench.admin.json(query + "&page=" + page).get("tickets");
      tickets.forEach(ticket -> found.add(ticket.get("id").asText()));
      more = !tickets.isEmpty();
    }
    return found;
  }
}
