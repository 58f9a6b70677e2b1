package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Agent;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.Notification;
import io.deskhand.server.app.TestClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stores on one PostgreSQL database are one book. */
class LedgerSharedTest {
  private static final int TICKETS = 4;
  private static final int CALLERS = 6;
  private static final int WORKS = 40;

  @TempDir Path one;
  @TempDir Path other;
  private final TestClock clock = new TestClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final List<Commit> toldToOne = new CopyOnWriteArrayList<>();
  private final List<Commit> toldToOther = new CopyOnWriteArrayList<>();
  private DatabaseUrl database;
  private Store a;
  private Store b;

  @BeforeEach
  void open() {
    database = TestDatabase.postgres(one);
    a = Store.open(one, database, clock);
    b = Store.open(other, database, clock);
    a.ledger().onCommit(toldToOne::add);
    b.ledger().onCommit(toldToOther::add);
  }

  @AfterEach
  void close() {
    a.close();
    b.close();
  }

  @Test
  void whatManyCallersWriteOnBothIsCountedNumberedAndToldAsIfThereWereOne() throws Exception {
    found();
    Set<String> numbers = ConcurrentHashMap.newKeySet();
    AtomicInteger once = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> runs = new ArrayList<>();
      for (Store store : List.of(a, b)) {
        for (int caller = 0; caller < CALLERS; caller++) {
          Random random = new Random(caller);
          runs.add(callers.submit(() -> hammer(store.ledger(), random, numbers, once)));
        }
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }

    int works = 2 * CALLERS * WORKS;
    assertThat(numbers)
        .hasSize(works)
        .contains("TKT-2026-000001", "TKT-2026-%06d".formatted(works));
    assertThat(once).as("each key is answered by one work").hasValue(WORKS);
    recount(works);
    long head = a.ledger().head();
    assertThat(b.ledger().head()).isEqualTo(head);
    assertThat(b.ledger().since(0, 1_000_000)).extracting(LogRow::seq).isEqualTo(dense(head));
    for (List<Commit> told : List.of(toldToOne, toldToOther)) {
      await().untilAsserted(() -> assertThat(seqs(told)).isEqualTo(dense(head)));
    }
    assertThat(toldToOther)
        .extracting(Commit::tx, Commit::event, Commit::ticketId, Commit::actor, Commit::notices)
        .isEqualTo(
            toldToOne.stream()
                .map(
                    c ->
                        org.assertj.core.groups.Tuple.tuple(
                            c.tx(), c.event(), c.ticketId(), c.actor(), c.notices()))
                .toList());
  }

  private void found() {
    a.ledger()
        .write(
            tx -> {
              tx.departments().insert(Samples.department(1));
              tx.staff().insert(new StaffMember(Samples.agent(2, Samples.id(1)), Set.of(), null));
              IntStream.rangeClosed(1, TICKETS)
                  .forEach(n -> tx.tickets().insert(Samples.ticket(100_000 + n)));
              return 0;
            });
  }

  /** Each work reads, and writes what it has read plus one. */
  private void hammer(Ledger ledger, Random random, Set<String> numbers, AtomicInteger once) {
    for (int n = 0; n < WORKS; n++) {
      UUID id = Samples.id(100_001 + random.nextInt(TICKETS));
      String key = "key" + n;
      ledger.write(
          tx -> {
            Ticket ticket = tx.tickets().find(id).orElseThrow();
            tx.tickets()
                .update(
                    ticket,
                    ticket.toBuilder()
                        .version(ticket.version() + 1)
                        .messageCount(ticket.messageCount() + 1)
                        .build());
            Agent agent = tx.staff().find(Samples.id(2)).orElseThrow();
            tx.staff().addLoad(agent.id(), 1);
            assertThat(numbers.add(tx.tickets().nextNumber())).isTrue();
            tx.notify(agent.id(), new Notification(id, "title", "text", tx.now()));
            tx.event(Events.TICKET_UPDATED, id, agent.id());
            if (tx.answers().find(id(0), key).isEmpty()) {
              tx.answers().store(id(0), key, new Answers.Answer("hash", 200, new byte[] {1}));
              once.incrementAndGet();
            }
            return 0;
          });
    }
  }

  private void recount(int works) {
    List<Ticket> tickets =
        IntStream.rangeClosed(1, TICKETS)
            .mapToObj(n -> b.ledger().read(v -> v.tickets().find(Samples.id(100_000 + n))))
            .map(ticket -> ticket.orElseThrow())
            .toList();
    assertThat(tickets.stream().mapToInt(Ticket::messageCount).sum()).isEqualTo(works);
    assertThat(tickets).allSatisfy(t -> assertThat(t.version()).isEqualTo(t.messageCount() + 1));
    Agent agent = b.ledger().read(view -> view.staff().find(Samples.id(2))).orElseThrow();
    assertThat(agent.activeTickets()).isEqualTo(works);
  }

  @Test
  void aLeaseIsWithOneServerUntilItEnds() {
    assertThat(takes(a)).isTrue();
    assertThat(takes(b)).isFalse();
    clock.advance(Duration.ofSeconds(20));
    assertThat(takes(a)).as("renewed").isTrue();
    clock.advance(Duration.ofSeconds(20));
    assertThat(takes(b)).isFalse();
    clock.advance(Duration.ofSeconds(10));
    assertThat(takes(b)).as("the other has not renewed it").isTrue();
    assertThat(takes(a)).isFalse();
    release(a);
    assertThat(takes(a)).as("only its holder gives it back").isFalse();
    release(b);
    assertThat(takes(a)).isTrue();
  }

  private static boolean takes(Store store) {
    return store.ledger().write(tx -> tx.leases().take("work", Duration.ofSeconds(30)));
  }

  private static void release(Store store) {
    store
        .ledger()
        .write(
            tx -> {
              tx.leases().release("work");
              return 0;
            });
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneLineAndFreesTheDirectory(@TempDir Path third) {
    DatabaseUrl none =
        DatabaseUrl.parse(
            database.url().replaceFirst("/[^/]*$", "/none"), database.user(), database.password());
    assertThatThrownBy(() -> Store.open(third, none, clock))
        .isInstanceOf(CannotOpenDatabase.class)
        .hasMessageStartingWith("Cannot open " + none + ": ")
        .hasMessageContaining("does not exist")
        .hasMessageNotContaining("\n");
    Store.open(third, database, clock).close();
  }

  @Test
  void bothGoOnWhenTheDatabaseHasCutEveryConnection() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    b.signals().on("word", data -> heard.add(data.asText()));
    cutEveryConnection();
    for (int n = 1; n <= 3; n++) {
      Ticket ticket = Samples.ticket(n);
      // A write that met the cut is refused, and says that it may be tried again.
      await().ignoreExceptions().until(() -> insert(a, ticket));
    }
    await().untilAsserted(() -> assertThat(seqs(toldToOther)).isEqualTo(dense(3)));
    await()
        .untilAsserted(
            () -> {
              a.signals().send("word", "hello");
              assertThat(heard).contains("hello");
            });
  }

  private void cutEveryConnection() throws Exception {
    try (Connection connection = new PostgresEngine(database).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()\
          """);
    }
  }

  private static boolean insert(Store store, Ticket ticket) {
    return store
        .ledger()
        .write(
            tx -> {
              if (!tx.tickets().isTaken(ticket.id())) {
                tx.tickets().insert(ticket);
              }
              return true;
            });
  }

  private static UUID id(int n) {
    return Samples.id(n);
  }

  private static List<Long> seqs(List<Commit> told) {
    return told.stream().flatMap(c -> c.rows().stream()).map(LogRow::seq).toList();
  }

  private static List<Long> dense(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
