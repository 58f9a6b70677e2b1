package io.deskhand.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * Measures a server in a process of its own over HTTP, with as many tickets as asked for and five
 * messages each. Prints tables; see src/docs/benchmarks.md.
 */
public final class ServerBench {
  private static final int WARM_UP = 200;
  private static final int WRITERS = 64;
  private static final Duration WARMING = Duration.ofSeconds(10);
  private static final Duration WRITING = Duration.ofSeconds(10);
  private static final int BULK = 10_000;
  private final SplittableRandom random = new SplittableRandom(7);
  private final Vocabulary words = new Vocabulary();
  private final List<Http> people = new ArrayList<>();
  private final ServerProcess server;
  private final Http admin;

  private ServerBench(ServerProcess server) {
    this.server = server;
    this.admin = Http.signIn(server.address(), BenchPeople.ADMIN);
  }

  /** Arguments: how many tickets, the directory for the data, and options for the server's JVM. */
  public static void main(String[] args) throws Exception {
    int tickets = Integer.parseInt(args[0]);
    Path data = Files.createDirectories(Path.of(args[1]));
    long begun = System.nanoTime();
    BenchData.prepare(data, tickets);
    System.out.printf(
        Locale.ROOT, "%n%,d tickets, server with %s%n%n", tickets, ServerProcess.HEAP);
    System.out.printf("data made or found in %d s%n", seconds(begun));
    begun = System.nanoTime();
    List<String> jvm = List.of(args).subList(2, args.length);
    try (ServerProcess server = ServerProcess.start(data, jvm)) {
      System.out.printf("server accepts connections after %d s%n", seconds(begun));
      new ServerBench(server).run();
      System.out.printf("%nserver's resident memory: %d MB%n", server.residentMegabytes());
    }
  }

  private static long seconds(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  private void run() throws Exception {
    people.add(admin);
    people.add(Http.signIn(server.address(), BenchPeople.LEAD));
    people.add(Http.signIn(server.address(), BenchPeople.AGENT));
    awaitSearch();
    System.out.println("\n| work, milliseconds | p50 | p95 | p99 | n | server CPU, each |");
    System.out.println("|---|---|---|---|---|---|");
    time("baseline: GET /health", 2_000, n -> () -> admin.get(Routes.HEALTH));
    time("first page (50) of a filter and sort, with total", 1_500, n -> list());
    time("the same without a filter, all tickets", 500, n -> () -> admin.get(all()));
    time("search: one word", 500, n -> search(1));
    time("search: two words", 500, n -> search(2));
    time("search as you type: a word and a beginning", 500, n -> searchBegun());
    List<String> ids = ids();
    time("one ticket", 2_000, n -> () -> admin.get(Routes.ticket(ids.get(n % ids.size()))));
    for (String stats : List.of(Routes.STATS, Routes.AGENT_STATS, Routes.DEPARTMENT_STATS)) {
      time("GET " + stats + ", the year", 100, n -> () -> admin.get(stats));
    }
    System.out.println("\n| work, durable | per second | server CPU ms, each |");
    System.out.println("|---|---|---|");
    for (int group : new int[] {1, WRITERS}) {
      double rows = RawDisk.rowsPerSecond(temporary(), group);
      System.out.println(rate("baseline: 1 kB rows in H2, a flush for " + group, rows) + " |");
    }
    writes("create, " + WRITERS + " at once", this::create);
    AtomicLong next = new AtomicLong();
    writes(
        "reply, " + WRITERS + " at once",
        () -> reply(ids.get((int) (next.getAndIncrement() % ids.size()))));
    bulkResolve();
  }

  private static Path temporary() throws IOException {
    return Files.createTempDirectory("deskhand-raw");
  }

  /** The first start makes the index of the texts. */
  private void awaitSearch() throws InterruptedException {
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

  private Callable<?> list() {
    String[] filters = {
      "status=open",
      "status=open,in_progress,pending",
      "priority=urgent",
      "category=kind3",
      "channel=email",
      "assignedTo=me",
      "assignedTo=none",
      "tag=tag7",
      "status=resolved",
      "priority=high&status=closed&category=kind1",
      "createdFrom=2026-06-01",
      "priority=low,medium,high,urgent"
    };
    String[] keys = {"createdAt", "priority", "status", "lastMessageAt", "updatedAt", "dueAt"};
    Http who = people.get(random.nextInt(people.size()));
    String query =
        filters[random.nextInt(filters.length)]
            + "&sort="
            + (random.nextBoolean() ? "-" : "")
            + keys[random.nextInt(keys.length)];
    return () -> who.get(Routes.TICKETS + "?limit=50&" + query);
  }

  private String all() {
    return Routes.TICKETS + (random.nextBoolean() ? "?sort=-priority" : "?sort=dueAt");
  }

  private Callable<?> search(int count) {
    Http who = people.get(random.nextInt(people.size()));
    String query = words.text(random, count).replace(' ', '+');
    return () -> who.get(Routes.TICKETS + "?q=" + query);
  }

  private Callable<?> searchBegun() {
    String first = words.word(random);
    String begun = words.word(random);
    String query = first + "+" + begun.substring(0, Math.min(3, begun.length()));
    return () -> admin.get(Routes.TICKETS + "?q=" + query);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (JsonNode ticket : admin.json(Routes.TICKETS + "?limit=500&page=2").get("tickets")) {
      ids.add(ticket.get("id").asText());
    }
    return ids;
  }

  private void create() {
    admin.post(
        Routes.TICKETS,
        Map.of("subject", "New " + Thread.currentThread().threadId(), "category", "kind2"));
  }

  private void reply(String ticket) {
    admin.post(Routes.ticket(ticket, "messages"), Map.of("body", "A reply of some length"));
  }

  private void bulkResolve() throws Exception {
    admin.signIn();
    String query = Routes.TICKETS + "?status=open,in_progress,pending&sort=createdAt&limit=500";
    List<String> found = new ArrayList<>();
    for (int page = 1; found.size() < BULK; page++) {
      JsonNode tickets = admin.json(query + "&page=" + page).get("tickets");
      tickets.forEach(ticket -> found.add(ticket.get("id").asText()));
      if (tickets.isEmpty()) {
        break;
      }
    }
    double cpu = server.cpuMillis();
    long begun = System.nanoTime();
    byte[] accepted =
        admin.post(Routes.BULK + "/resolve", Map.of("ticketIds", found, "resolution", "Done"));
    String id = Json.parse(accepted).get("job").get("id").asText();
    JsonNode job = admin.json(Routes.JOBS + "/" + id);
    while (!job.get("state").asText().equals("done")) {
      TimeUnit.MILLISECONDS.sleep(20);
      job = admin.json(Routes.JOBS + "/" + id);
    }
    double perSecond = found.size() * 1e9 / (System.nanoTime() - begun);
    System.out.println(
        rate("bulk resolve of " + found.size() + " tickets", perSecond)
            + each(server.cpuMillis() - cpu, found.size()));
  }

  private void writes(String name, Runnable work) throws Exception {
    people.forEach(Http::signIn);
    write(work, WARMING);
    double cpu = server.cpuMillis();
    long begun = System.nanoTime();
    long count = write(work, WRITING);
    double perSecond = count * 1e9 / (System.nanoTime() - begun);
    System.out.println(rate(name, perSecond) + each(server.cpuMillis() - cpu, count));
  }

  private static String each(double millis, long count) {
    return String.format(Locale.ROOT, " %8.2f |", millis / count);
  }

  /** How often many writers at once did {@code work}. */
  private static long write(Runnable work, Duration time) throws Exception {
    AtomicLong count = new AtomicLong();
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int n = 0; n < WRITERS; n++) {
        writers.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    work.run();
                    count.incrementAndGet();
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    return count.get();
  }

  private static String rate(String work, double perSecond) {
    return String.format(Locale.ROOT, "| %-52s | %8.0f |", work, perSecond);
  }

  private void time(String work, int rounds, IntFunction<Callable<?>> maker) throws Exception {
    people.forEach(Http::signIn);
    Samples samples = new Samples();
    double cpu = 0;
    for (int n = 0; n < WARM_UP + rounds; n++) {
      cpu = n == WARM_UP ? server.cpuMillis() : cpu;
      Callable<?> call = maker.apply(n);
      long begun = System.nanoTime();
      call.call();
      if (n >= WARM_UP) {
        samples.add(Duration.ofNanos(System.nanoTime() - begun));
      }
    }
    System.out.println(samples.row(work) + each(server.cpuMillis() - cpu, samples.size()));
  }
}
