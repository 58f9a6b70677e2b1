package io.deskhand.bench;

import io.deskhand.protocol.Routes;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A console without its window, in a process of its own: what it does at its first start, or at a
 * later one, and how long that takes.
 */
final class ConsoleProbe {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(20);
  private static final int CHANGED = 5_000;
  private static final int AT_ONCE = 16;
  private final URI server;
  private final Path profile;
  private final int tickets;
  private final Usage usage;

  private ConsoleProbe(URI server, long pid, Path profile, int tickets) {
    this.server = server;
    this.profile = profile;
    this.tickets = tickets;
    this.usage = new Usage(ProcessHandle.of(pid).orElseThrow());
  }

  /** Arguments: first or again, the server's address and process, the profile, how many tickets. */
  public static void main(String[] args) throws Exception {
    ConsoleProbe probe =
        new ConsoleProbe(
            URI.create(args[1]),
            Long.parseLong(args[2]),
            Path.of(args[3]),
            Integer.parseInt(args[4]));
    switch (args[0]) {
      case "first" -> probe.first();
      case "again" -> probe.again();
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.exit(0);
  }

  private void first() throws Exception {
    try (SyncAccounts accounts = accounts()) {
      usage.start();
      Desk desk =
          accounts
              .signIn(server, BenchPeople.ADMIN, BenchPeople.PASSWORD)
              .toCompletableFuture()
              .join();
      LiveQueue queue = desk.queue(TicketQuery.ALL);
      await(() -> queue.size() > 0);
      usage.print("sign-in to the first page of the queue");
      await(() -> desk.connection().get().isLive());
      usage.print("sign-in to all tickets in the encrypted cache");
      await(() -> queue.size() >= tickets);
      usage.print("sign-in to all tickets in the queue");
    }
    long bytes = Usage.bytes(profile);
    System.out.printf(
        Locale.ROOT, "%nprofile on disk: %d bytes a ticket%n%n", bytes / Math.max(1, tickets));
  }

  private void again() throws Exception {
    usage.start();
    try (SyncAccounts accounts = accounts()) {
      Desk desk = accounts.resume().toCompletableFuture().join().orElseThrow();
      LiveQueue queue = desk.queue(TicketQuery.ALL);
      await(() -> queue.size() > 0);
      usage.print("warm start to the first page of the queue");
      await(() -> queue.size() >= tickets);
      usage.print("warm start to all tickets in the queue");
      await(() -> desk.connection().get().isLive());
      usage.print("warm start to live");
      away(desk);
      queues(desk);
    }
  }

  private void away(Desk desk) throws Exception {
    Http admin = Http.signIn(server, BenchPeople.ADMIN);
    long before = head(admin);
    desk.setOffline(true);
    await(() -> !desk.connection().get().isLive());
    usage.start();
    change(admin);
    long changes = head(admin) - before;
    usage.print(changes + " changes made by others meanwhile");
    usage.start();
    desk.setOffline(false);
    await(() -> desk.connection().get().isLive());
    usage.print("away for " + changes + " changes: reconnect to current");
  }

  private static long head(Http admin) {
    return admin.json(Routes.CHECKSUM).get("head").asLong();
  }

  private static void change(Http admin) throws Exception {
    List<String> ids = new ArrayList<>();
    for (int page = 1; ids.size() < CHANGED; page++) {
      admin
          .json(Routes.TICKETS + "?limit=500&sort=-createdAt&page=" + page)
          .get("tickets")
          .forEach(ticket -> ids.add(ticket.get("id").asText()));
    }
    String subject = "Changed " + UUID.randomUUID();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      for (String id : ids) {
        all.add(threads.submit(() -> admin.patch(Routes.ticket(id), Map.of("subject", subject))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  /** How long other views take, and searches as somebody types them. */
  private void queues(Desk desk) throws Exception {
    time("another view: everything by subject", desk, bySubject(""));
    time("typed: k", desk, TicketQuery.ALL.withText("k"));
    time("typed: kel", desk, TicketQuery.ALL.withText("kel"));
    time("typed: kel TKT-2026-0001", desk, TicketQuery.ALL.withText("kel TKT-2026-0001"));
    time("typed: nothing that is there", desk, TicketQuery.ALL.withText("qqqqqq"));
  }

  private static TicketQuery bySubject(String text) {
    return TicketQuery.ALL
        .withText(text)
        .withOrder(List.of(new TicketQuery.Sort(TicketQuery.Key.SUBJECT, false)));
  }

  private void time(String work, Desk desk, TicketQuery query) throws Exception {
    usage.start();
    try (LiveQueue queue = desk.queue(query)) {
      await(() -> queue.revision().get() > 0);
      usage.print(work + " (" + queue.size() + " found)");
    }
  }

  private SyncAccounts accounts() {
    return SyncAccounts.open(
        profile, new NoVault(), Clock.systemUTC(), new SecureRandom(), Timing.STANDARD);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen in time");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
