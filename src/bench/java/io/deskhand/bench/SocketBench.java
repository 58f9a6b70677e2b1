package io.deskhand.bench;

import io.deskhand.protocol.Routes;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** How fast a message that is posted gets to the sockets that see it. */
final class SocketBench {
  private static final int ROOM = 1_000;
  private static final int SLOW_MESSAGES = 100;
  private static final int WARM_UP = 50;
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final int CHAT = 2_000;
  private static final int POSTERS = 4;
  private static final Duration SATURATED = Duration.ofSeconds(10);
  private static final String BODY = "A reply of some length, as people write them in a chat";
  private final Bench bench;

  SocketBench(Bench bench) {
    this.bench = bench;
  }

  void run(String ticket) throws Exception {
    Bench.timesHeader();
    chat(ticket);
    room(ticket);
    saturate(ticket);
  }

  /** One post after the other, each on its way until the other side has it. */
  private void chat(String ticket) throws Exception {
    bench.signIn();
    Samples samples = new Samples();
    AtomicLong arrived = new AtomicLong();
    Thread poster = Thread.currentThread();
    try (Sockets sockets = new Sockets()) {
      ClientSocket.Listener listener =
          (socket, count) -> {
            arrived.set(System.nanoTime());
            LockSupport.unpark(poster);
          };
      sockets.add(bench.server.address(), bench.admin.token(), ticket, listener);
      sockets.start();
      double cpu = 0;
      for (int n = 0; n < CHAT * 2; n++) {
        cpu = n == CHAT ? bench.server.cpuMillis() : cpu;
        arrived.set(0);
        long begun = System.nanoTime();
        post(ticket);
        while (arrived.get() == 0) {
          LockSupport.park();
        }
        if (n >= CHAT) {
          samples.add(Duration.ofNanos(arrived.get() - begun));
        }
      }
      double used = bench.server.cpuMillis() - cpu;
      System.out.println(
          samples.row("POST to the other side's socket, one chat") + Bench.each(used, CHAT));
      double flush = 1_000 / RawDisk.rowsPerSecond(Files.createTempDirectory("deskhand-raw"), 1);
      System.out.printf(
          Locale.ROOT,
          "| of which a row of 1 kB in bare H2, flushed: %.2f ms | | | | | |%n",
          flush);
    }
  }

  private void room(String ticket) throws Exception {
    bench.signIn();
    AtomicLongArray sent = new AtomicLongArray(WARM_UP + SLOW_MESSAGES + 1);
    Samples samples = new Samples();
    AtomicLong received = new AtomicLong();
    ClientSocket.Listener listener =
        (socket, count) -> {
          if (count > WARM_UP) {
            samples.add(Duration.ofNanos(System.nanoTime() - sent.get(count)));
          }
          received.incrementAndGet();
        };
    try (Sockets sockets = joined(ticket, listener)) {
      double cpu = bench.server.cpuMillis();
      for (int n = 1; n < sent.length(); n++) {
        long begun = System.nanoTime();
        sent.set(n, begun);
        post(ticket);
        TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos() - (System.nanoTime() - begun));
      }
      awaitAll(received, (long) sockets.size() * (WARM_UP + SLOW_MESSAGES));
      double used = bench.server.cpuMillis() - cpu;
      System.out.println(
          samples.row("a message to " + ROOM + " sockets, 5 a second")
              + Bench.each(used, WARM_UP + SLOW_MESSAGES));
    }
  }

  private void saturate(String ticket) throws Exception {
    bench.signIn();
    AtomicLong received = new AtomicLong();
    try (Sockets sockets = joined(ticket, (socket, count) -> received.incrementAndGet())) {
      Bench.repeat(() -> post(ticket), POSTERS, SATURATED.dividedBy(2));
      long before = received.get();
      double cpu = bench.server.cpuMillis();
      long begun = System.nanoTime();
      long posted = Bench.repeat(() -> post(ticket), POSTERS, SATURATED);
      long delivered = received.get() - before;
      double perSecond = delivered * 1e9 / (System.nanoTime() - begun);
      double used = bench.server.cpuMillis() - cpu;
      System.out.println("\n| work | per second | server CPU ms, each |");
      System.out.println("|---|---|---|");
      System.out.println(
          Bench.rate("deliveries to " + sockets.size() + " sockets, saturated", perSecond)
              + Bench.each(used, delivered));
      System.out.printf(
          Locale.ROOT, "%d messages posted while %d deliveries came%n", posted, delivered);
    }
  }

  private Sockets joined(String ticket, ClientSocket.Listener listener) throws Exception {
    Sockets sockets = new Sockets();
    for (int n = 0; n < ROOM; n++) {
      sockets.add(bench.server.address(), bench.admin.token(), ticket, listener);
    }
    sockets.start();
    return sockets;
  }

  private void post(String ticket) {
    bench.admin.post(Routes.ticket(ticket, "messages"), Map.of("body", BODY));
  }

  private static void awaitAll(AtomicLong received, long wanted) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (received.get() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(received.get() + " of " + wanted + " messages came");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
