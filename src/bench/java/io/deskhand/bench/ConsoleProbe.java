package io.deskhand.bench;

import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.engine.SyncAccounts;
import io.deskhand.sync.engine.Timing;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/**
 * A console without its window, in a process of its own: what it does at its first start, or at a
 * later one, and how long that takes.
 */
final class ConsoleProbe {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(20);
  private static final int CHANGED = 5_000;
  private static final int AT_ONCE = 16;
  private static final int PAGE = 2_000;
  private static final int TYPED = 320;
  private static final int WARM = 20;
  private final URI server;
  private final Path profile;
  private final int tickets;
  private final Usage usage;
  private final Vocabulary words = new Vocabulary();

  private ConsoleProbe(URI server, long pid, Path profile, int tickets) {
    this.server = server;
    this.profile = profile;
    this.tickets = tickets;
    this.usage = new Usage(ProcessHandle.of(pid).orElseThrow());
  }

  /**
   * Arguments: first, messages, again or search, the server's address and process, the profile, how
   * many tickets.
   */
  public static void main(String[] args) throws Exception {
    // As the program does it before it opens its window.
    LoggerFactory.getILoggerFactory();
    ConsoleProbe probe =
        new ConsoleProbe(
            URI.create(args[1]),
            Long.parseLong(args[2]),
            Path.of(args[3]),
            Integer.parseInt(args[4]));
    switch (args[0]) {
      case "first" -> probe.first();
      case "messages" -> probe.messages();
      case "again" -> probe.again();
      case "search" -> probe.search();
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

  /** Writes a message for each ticket into the cache, as the stream brings them. */
  private void messages() throws Exception {
    UUID me = Http.signIn(server, BenchPeople.ADMIN).me();
    usage.start();
    try (Profile opened = Profile.open(profile, new KnownKey(), Clock.systemUTC(), it -> {})) {
      ConfirmedStore store = opened.cache("this-machine|" + me);
      Position here = store.position().orElseThrow();
      SplittableRandom random = new SplittableRandom(3);
      UUID last = null;
      List<Ticket> page;
      do {
        page = store.tickets().before(last, PAGE);
        List<Change> changes = page.stream().map(it -> message(it, random)).toList();
        store.apply(Batch.of(changes), Map.of(), here);
        last = page.isEmpty() ? null : page.getLast().id();
      } while (page.size() == PAGE);
      store.close();
    }
    usage.print("a message for each ticket written into the cache");
  }

  private Change message(Ticket ticket, SplittableRandom random) {
    String body = words.text(random, 8 + random.nextInt(24));
    Message message =
        new Message(
            Ids.at(ticket.createdAt().toEpochMilli(), random),
            ticket.id(),
            null,
            "Customer",
            SenderType.CUSTOMER,
            body,
            false,
            List.of(),
            null,
            ticket.createdAt(),
            ticket.createdAt());
    String id = message.id().toString();
    return new Change(1, EntityType.MESSAGE, id, Change.Op.PUT, Json.tree(message));
  }

  /** Makes the search index, and then types words letter by letter. */
  private void search() throws Exception {
    try (SyncAccounts accounts = accounts()) {
      Desk desk = accounts.resume().toCompletableFuture().join().orElseThrow();
      LiveQueue all = desk.queue(TicketQuery.ALL);
      await(() -> all.size() >= tickets && desk.connection().get().isLive());
      usage.start();
      String common = words.word(new SplittableRandom(1));
      try (LiveQueue found = desk.queue(TicketQuery.ALL.withText("message:" + common));
          LiveQueue other = desk.queue(TicketQuery.ALL.withText("subject:" + common))) {
        await(() -> found.revision().get() > 0 && other.revision().get() > 0);
        // Without the index both look at the same rows, and at no message.
        await(() -> found.size() != other.size() || found.revision().get() > 1);
      }
      usage.print("search index made of all tickets and messages");
      SplittableRandom random = new SplittableRandom(9);
      System.out.println("\n| search | p50 ms | p95 ms | p99 ms | CPU ms |\n|---|---|---|---|---|");
      for (int length = 1; length <= 5; length++) {
        type(desk, random, length);
      }
      System.out.printf(
          Locale.ROOT,
          "%nsearch index on disk: %d bytes a ticket and message%n",
          Usage.bytes(profile.resolve("search")) / Math.max(1, tickets));
    }
  }

  private void type(Desk desk, SplittableRandom random, int length) throws Exception {
    Samples samples = new Samples();
    double cpu = 0;
    for (int n = 0; n < TYPED; n++) {
      if (n == WARM) {
        cpu = Usage.ownCpuSeconds();
      }
      String word = words.word(random);
      String text = word.substring(0, Math.min(length, word.length()));
      String typed = n % 2 == 0 ? text : words.word(random) + " " + text;
      long begun = System.nanoTime();
      try (LiveQueue queue = desk.queue(TicketQuery.ALL.withText(typed))) {
        await(() -> queue.revision().get() > 0);
        queue.rows(0, 50);
        if (n >= WARM) {
          samples.add(Duration.ofNanos(System.nanoTime() - begun));
        }
      }
    }
    double cpuMillis = (Usage.ownCpuSeconds() - cpu) * 1_000 / samples.size();
    System.out.println(samples.row("first page as typed: " + length + " letters", cpuMillis));
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
        profile, new KnownKey(), Clock.systemUTC(), new SecureRandom(), Timing.STANDARD);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("did not happen in time");
      }
      TimeUnit.MICROSECONDS.sleep(200);
    }
  }
}
