package io.deskhand.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** What all parts of the server's benchmark share: the server, people, and rows of tables. */
final class Bench {
  private static final int WARM_UP = 200;

  /** A server in life is warm; how soon depends on what else the machine has to do. */
  private static final int WARM_WRITES = 20_000;

  private static final Duration LONGEST_WARMING = Duration.ofSeconds(60);
  private static final Duration WRITING = Duration.ofSeconds(10);
  final SplittableRandom random = new SplittableRandom(7);
  final Vocabulary words = new Vocabulary();
  final List<Http> people = new ArrayList<>();
  final ServerProcess server;
  final Http admin;

  Bench(ServerProcess server) {
    this.server = server;
    this.admin = Http.signIn(server.address(), BenchPeople.ADMIN);
    people.add(admin);
    people.add(Http.signIn(server.address(), BenchPeople.LEAD));
    people.add(Http.signIn(server.address(), BenchPeople.AGENT));
  }

  /** Any of the people. */
  Http somebody() {
    return people.get(random.nextInt(people.size()));
  }

  void signIn() {
    people.forEach(Http::signIn);
  }

  static void timesHeader() {
    System.out.println("\n| work, milliseconds | p50 | p95 | p99 | n | server CPU, each |");
    System.out.println("|---|---|---|---|---|---|");
  }

  static void ratesHeader() {
    System.out.println("\n| work, durable | per second | server CPU ms, each |");
    System.out.println("|---|---|---|");
  }

  static String rate(String work, double perSecond) {
    return String.format(Locale.ROOT, "| %-52s | %8.0f |", work, perSecond);
  }

  static String each(double millis, long count) {
    return String.format(Locale.ROOT, " %8.3f |", millis / Math.max(1, count));
  }

  /** Prints how long {@code maker}'s calls take, one after the other. */
  void time(String work, int rounds, IntFunction<Callable<?>> maker) throws Exception {
    signIn();
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

  /** Prints how often a second {@code writers} at once do {@code work}. */
  void writes(String name, int writers, Runnable work) throws Exception {
    signIn();
    warm(work, writers);
    double cpu = server.cpuMillis();
    long begun = System.nanoTime();
    long count = repeat(work, writers, WRITING);
    double perSecond = count * 1e9 / (System.nanoTime() - begun);
    System.out.println(rate(name, perSecond) + each(server.cpuMillis() - cpu, count));
  }

  private static void warm(Runnable work, int writers) throws Exception {
    long end = System.nanoTime() + LONGEST_WARMING.toNanos();
    for (long done = 0; done < WARM_WRITES && System.nanoTime() < end; ) {
      done += repeat(work, writers, Duration.ofSeconds(1));
    }
  }

  /** How often {@code writers} at once did {@code work} in {@code time}. */
  static long repeat(Runnable work, int writers, Duration time) throws Exception {
    AtomicLong count = new AtomicLong();
    long end = System.nanoTime() + time.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int n = 0; n < writers; n++) {
        running.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    work.run();
                    count.incrementAndGet();
                  }
                }));
      }
      for (Future<?> writer : running) {
        writer.get();
      }
    }
    return count.get();
  }
}
