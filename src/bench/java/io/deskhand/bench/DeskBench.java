package io.deskhand.bench;

import io.deskhand.demo.DemoDesk;
import io.deskhand.demo.DemoOptions;
import io.deskhand.demo.DemoPeople;
import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.protocol.Routes;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.LiveTicket;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketState;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Measures a whole desk in one process: an embedded backend with the demo's tickets, and two
 * consoles' sync layers over loopback. Prints a table; see src/docs/benchmarks.md.
 */
public final class DeskBench {
  private static final int WARM_UP = 50;
  private static final int ROUNDS = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path work;
  private final int tickets;
  private final Ids ids = new Ids();

  private DeskBench(Path work, int tickets) {
    this.work = work;
    this.tickets = tickets;
  }

  public static void main(String[] args) throws Exception {
    int tickets = args.length > 0 ? Integer.parseInt(args[0]) : DemoOptions.DEFAULT_TICKETS;
    Path work = Files.createTempDirectory("deskhand-bench");
    System.out.printf("%d tickets, %d rounds, milliseconds%n%n", tickets, ROUNDS);
    System.out.println("| work | p50 | p95 | p99 | n |");
    System.out.println("|---|---|---|---|---|");
    int code = 1;
    try {
      new DeskBench(work, tickets).run();
      code = 0;
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
    System.exit(code);
  }

  private void run() throws Exception {
    DemoOptions options =
        DemoOptions.in(work.resolve("server")).withTickets(tickets).withLiving(false);
    once("demo desk made and serving", () -> DemoDesk.start(options, progress -> {}).close());
    DemoDesk[] desk = new DemoDesk[1];
    once("the same desk started again", () -> desk[0] = DemoDesk.start(options, progress -> {}));
    try (SyncAccounts first = accounts("lea");
        SyncAccounts second = accounts("ada")) {
      Desk lea = firstQueue(first, desk[0].address(), DemoPeople.LEA.email());
      Desk ada =
          second
              .signIn(desk[0].address(), DemoPeople.ADA.email(), DemoPeople.PASSWORD)
              .toCompletableFuture()
              .join();
      await(() -> ada.connection().get().isLive());
      conversation(lea, ada);
      baseline(desk[0].address());
    }
    warmStart(desk[0].address());
    desk[0].close();
    System.out.printf("%nresident memory of the whole process: %d MB%n", residentMegabytes());
  }

  private Desk firstQueue(SyncAccounts accounts, URI server, String email) throws Exception {
    long begun = System.nanoTime();
    Desk desk = accounts.signIn(server, email, DemoPeople.PASSWORD).toCompletableFuture().join();
    LiveQueue queue = desk.queue(TicketQuery.ALL);
    await(() -> queue.size() > 0);
    print("sign-in to the first rows of the queue", begun);
    await(() -> desk.connection().get().isLive());
    print("sign-in to all tickets in the encrypted cache", begun);
    System.out.printf("| tickets in the copy: %d | | | | |%n", queue.size());
    queue.close();
    return desk;
  }

  /** From a warm profile, as a second start of the console. */
  private void warmStart(URI server) throws Exception {
    long begun = System.nanoTime();
    try (SyncAccounts accounts = accounts("lea")) {
      Desk desk = accounts.resume().toCompletableFuture().join().orElseThrow();
      LiveQueue queue = desk.queue(TicketQuery.ALL);
      await(() -> queue.size() > 0);
      print("warm start to the queue, from the cache", begun);
      await(() -> desk.connection().get().isLive());
      print("warm start to live", begun);
    }
  }

  private void conversation(Desk from, Desk to) throws Exception {
    LiveQueue queue = from.queue(TicketQuery.ALL);
    await(() -> queue.size() > 0);
    UUID ticket = queue.ids().getFirst();
    Map<UUID, CountDownLatch> waiting = new ConcurrentHashMap<>();
    Samples accepted = new Samples();
    Samples arrived = new Samples();
    try (LiveTicket opened = to.open(ticket);
        LiveTicket mine = from.open(ticket)) {
      await(() -> loaded(opened) && loaded(mine));
      opened.state().subscribe(state -> arrivals(state, waiting));
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        UUID message = ids.next();
        CountDownLatch latch = new CountDownLatch(1);
        waiting.put(message, latch);
        long begun = System.nanoTime();
        from.submit(new Intent.Say(ticket, message, "Round " + round, true))
            .toCompletableFuture()
            .join();
        Duration onDisk = since(begun);
        if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new IllegalStateException("message " + round + " never arrived");
        }
        if (round >= WARM_UP) {
          accepted.add(onDisk);
          arrived.add(since(begun));
        }
      }
    }
    System.out.println(accepted.row("a message accepted: flushed to the outbox"));
    System.out.println(arrived.row("a message from one console to the other's screen"));
  }

  private static boolean loaded(LiveTicket ticket) {
    return ticket.state().get().loading() == TicketState.Loading.LOADED;
  }

  private static void arrivals(TicketState state, Map<UUID, CountDownLatch> waiting) {
    for (TicketState.Entry entry : state.conversation()) {
      Message message = entry.message();
      CountDownLatch latch = waiting.remove(message.id());
      if (latch != null) {
        latch.countDown();
      }
    }
  }

  /** What a bare HTTP exchange with the same server costs. */
  private static void baseline(URI server) throws Exception {
    Samples samples = new Samples();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(server.resolve(Routes.HEALTH)).build();
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        long begun = System.nanoTime();
        client.send(request, HttpResponse.BodyHandlers.ofString());
        if (round >= WARM_UP) {
          samples.add(since(begun));
        }
      }
    }
    System.out.println(samples.row("baseline: GET /health"));
  }

  private SyncAccounts accounts(String who) {
    return SyncAccounts.open(
        work.resolve(who), new KnownKey(), Clock.systemUTC(), new SecureRandom(), Timing.STANDARD);
  }

  private static void once(String work, Runnable task) {
    long begun = System.nanoTime();
    task.run();
    print(work, begun);
  }

  private static void print(String work, long begun) {
    Samples samples = new Samples();
    samples.add(since(begun));
    System.out.println(samples.row(work));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen within " + PATIENCE);
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static long residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }
}
