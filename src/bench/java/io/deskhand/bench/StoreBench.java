package io.deskhand.bench;

import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.automation.Automation;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.DatabaseUrl;
import io.deskhand.server.store.Store;
import io.deskhand.server.tickets.TicketService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures what the store writes in this process, durable and without HTTP, on H2 and on a
 * PostgreSQL of its own: create, reply and resolve, with history, chain, hooks and clocks.
 */
public final class StoreBench {
  private static final int TICKETS = 5_000;
  private static final int WRITERS = 64;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Actor ADA = Actor.desk("Ada");
  private final Store store;
  private final Duration warm;
  private final Duration time;
  private final TicketService tickets;
  private final MessageService messages;
  private final Queue<UUID> made = new ConcurrentLinkedQueue<>();

  private StoreBench(Store store, Duration warm, Duration time) {
    this.store = store;
    this.warm = warm;
    this.time = time;
    Hooks hooks = Automation.hooks();
    this.tickets = new TicketService(hooks);
    this.messages = new MessageService(hooks);
  }

  /** Arguments: seconds to warm up for and to measure each work for, then h2, postgres or both. */
  public static void main(String[] args) throws Exception {
    Duration warm = Duration.ofSeconds(Long.parseLong(args[0]));
    Duration time = Duration.ofSeconds(Long.parseLong(args[1]));
    List<String> databases = Arrays.asList(args).subList(2, args.length);
    System.out.println(
        "\n| durable, no HTTP, 64 at once | a second | writer CPU ms | in a group |");
    System.out.println("|---|---|---|---|");
    if (databases.contains("h2")) {
      Path directory = Files.createTempDirectory("deskhand-h2");
      BenchData.prepare(directory, TICKETS);
      try (Store store = Store.open(directory, Clock.systemUTC())) {
        new StoreBench(store, warm, time).run("H2");
      }
    }
    if (databases.contains("postgres")) {
      try (EmbeddedPostgres postgres =
          EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start()) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
        DatabaseUrl database = DatabaseUrl.parse(url, "postgres", "postgres");
        Path directory = Files.createTempDirectory("deskhand-postgres");
        try (Store store = Store.open(directory, database, Clock.systemUTC())) {
          BenchData.fill(store, TICKETS);
          new StoreBench(store, warm, time).run("PostgreSQL");
        }
      }
    }
  }

  private void run(String database) throws Exception {
    for (int n = 0; n < 500; n++) {
      create();
    }
    List<UUID> some = List.copyOf(made);
    AtomicLong next = new AtomicLong();
    Runnable reply = () -> reply(some.get((int) (next.getAndIncrement() % some.size())));
    measure(database + ": create", this::create);
    measure(database + ": reply", reply);
    // As many again, so that there are enough to resolve.
    Bench.repeat(this::create, WRITERS, warm.plus(time));
    measure(database + ": resolve", this::resolve);
  }

  private void measure(String work, Runnable writing) throws Exception {
    Bench.repeat(writing, WRITERS, warm);
    long groups = store.groups();
    double cpu = writerMillis();
    long begun = System.nanoTime();
    long count = Bench.repeat(writing, WRITERS, time);
    double perSecond = count * 1e9 / (System.nanoTime() - begun);
    System.out.printf(
        Locale.ROOT,
        "| %-24s | %6.0f | %5.2f | %4.1f |%n",
        work,
        perSecond,
        (writerMillis() - cpu) / Math.max(1, count),
        count / Math.max(1.0, store.groups() - groups));
  }

  private void create() {
    CreateTicket request =
        new CreateTicket(
            null,
            "A ticket",
            null,
            null,
            "kind2",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    made.add(store.ledger().write(tx -> tickets.create(tx, ADA, request)).id());
  }

  private void reply(UUID ticket) {
    SendMessage request = new SendMessage(null, null, "A reply of some length", null, null);
    store.ledger().write(tx -> messages.send(tx, ADA, ticket, request));
  }

  private void resolve() {
    UUID open = made.remove();
    store.ledger().write(tx -> tickets.resolve(tx, ADA, open, "Done"));
  }

  private static double writerMillis() {
    return Arrays.stream(THREADS.getAllThreadIds())
            .mapToObj(THREADS::getThreadInfo)
            .filter(thread -> thread != null && thread.getThreadName().equals("ledger-writer"))
            .mapToLong(ThreadInfo::getThreadId)
            .map(THREADS::getThreadCpuTime)
            .sum()
        / 1e6;
  }
}
