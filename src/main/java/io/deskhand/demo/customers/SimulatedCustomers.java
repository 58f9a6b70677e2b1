package io.deskhand.demo.customers;

import io.deskhand.demo.data.Person;
import io.deskhand.demo.stock.Stock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Customers who live: they sign in to a server like anybody else, open tickets, type, write, go
 * quiet, answer what they are asked, and rate or reopen what was solved. They have one WebSocket
 * each and at most two HTTP connections together, and come back by themselves when the server was
 * away. Safe for use by many threads.
 */
public final class SimulatedCustomers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int HTTP_CONNECTIONS = 2;

  private final List<CustomerLife> lives = new ArrayList<>();
  private final OkHttpClient http;
  private final Schedule schedule;
  private final Pace pace;
  private final RandomGenerator random;

  private SimulatedCustomers(
      URI server,
      List<Person> people,
      String password,
      Stock stock,
      Pace pace,
      long seed,
      Clock clock,
      Consumer<Throwable> failures) {
    this.pace = pace;
    this.random = new SplittableRandom(seed);
    this.schedule = new Schedule(failures);
    this.http =
        new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .connectionPool(new ConnectionPool(HTTP_CONNECTIONS, 1, TimeUnit.MINUTES))
            .build();
    CustomerApi api = new CustomerApi(http, server);
    var world = new CustomerLife.World(server, stock, schedule, pace, clock);
    for (Person person : people) {
      CustomerSession session = new CustomerSession(api, person, password, clock);
      Temper temper = lives.isEmpty() ? Temper.EAGER : Temper.CALM;
      RandomGenerator dice = new SplittableRandom(random.nextLong());
      lives.add(new CustomerLife(world, api, session, temper, dice));
    }
  }

  /**
   * Lets {@code people} live at {@code server}. The first of them answers whoever writes within a
   * few seconds.
   *
   * @param failures is told of what should not happen, on the customers' own thread
   */
  public static SimulatedCustomers start(
      URI server,
      List<Person> people,
      String password,
      Stock stock,
      Pace pace,
      long seed,
      Clock clock,
      Consumer<Throwable> failures) {
    SimulatedCustomers all =
        new SimulatedCustomers(server, people, password, stock, pace, seed, clock, failures);
    all.begin();
    return all;
  }

  private void begin() {
    Duration wait = Duration.ZERO;
    for (CustomerLife life : lives) {
      schedule.after(wait, life::begin);
      wait = wait.plus(pace.between(0.2, 1, random));
    }
    schedule.after(wait, this::next);
  }

  /** Every now and then one of them does something of their own accord. */
  private void next() {
    Duration wait = pace.between(18, 42, random);
    int who = random.nextInt(lives.size());
    schedule.after(
        wait,
        () -> {
          next();
          lives.get(who).initiative();
        });
  }

  /** Ends their connections; none of them does anything afterwards. */
  @Override
  public void close() {
    schedule.close();
    lives.forEach(CustomerLife::end);
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
