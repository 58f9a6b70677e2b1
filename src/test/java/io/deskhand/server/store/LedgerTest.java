package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.deskhand.model.Department;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Events;
import io.deskhand.protocol.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  @TempDir Path directory;
  private Store store;
  private Ledger ledger;

  @BeforeEach
  void open() {
    store = TestDatabase.open(directory, Clock.systemUTC());
    ledger = store.ledger();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsWrittenIsReadAndLogged() {
    Ticket ticket = Samples.ticket(1);
    ledger.write(
        tx -> {
          tx.tickets().insert(ticket);
          tx.event(Events.NEW_TICKET, ticket.id(), null);
          return ticket;
        });

    assertThat(find(ticket.id())).contains(ticket);
    assertThat(ledger.head()).isEqualTo(1);
    LogRow row = ledger.since(0, 10).getFirst();
    assertThat(row.entity()).isEqualTo(EntityType.TICKET);
    assertThat(row.op()).isEqualTo(Change.Op.PUT);
    assertThat(row.before()).isNull();
    assertThat(row.after()).isEqualTo(Audience.of(ticket));
  }

  @Test
  void aWorkThatThrowsLeavesNothingBehindAndHarmsNoOther() throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      // The first work holds the writer until the others wait, so that those share a group.
      Future<?> first =
          callers.submit(
              () ->
                  ledger.write(
                      tx -> {
                        holding.countDown();
                        await(go);
                        return 0;
                      }));
      holding.await();
      List<Future<?>> others = new ArrayList<>();
      for (int n = 1; n <= 20; n++) {
        int number = n;
        others.add(callers.submit(() -> insert(number, number % 2 == 0)));
      }
      go.countDown();
      first.get();
      for (int n = 1; n <= 20; n++) {
        Future<?> other = others.get(n - 1);
        if (n % 2 == 0) {
          assertThatThrownBy(other::get).hasRootCauseMessage("refused " + n);
        } else {
          other.get();
        }
      }
    }

    for (int n = 1; n <= 20; n++) {
      UUID id = Samples.id(n);
      assertThat(find(id).isPresent()).isEqualTo(n % 2 != 0);
    }
    assertThat(ledger.since(0, 100)).extracting(LogRow::seq).containsExactly(dense(10));
  }

  @Test
  void whatIsTakenBackInAWorkIsNotSeenByTheRestOfIt() {
    Ticket ticket = Samples.ticket(1);
    Ticket changed = ticket.toBuilder().subject("Changed").version(2).build();
    Ticket after =
        ledger.write(
            tx -> {
              tx.tickets().insert(ticket);
              tx.rehearse(
                  () -> {
                    tx.tickets().update(ticket, changed);
                    return tx.tickets().find(ticket.id());
                  });
              return tx.tickets().find(ticket.id()).orElseThrow();
            });

    assertThat(after).isEqualTo(ticket);
  }

  @Test
  void entriesOfOneMomentAreInTheOrderTheyWereWritten() {
    Ticket ticket = Samples.ticket(1);
    HistoryEntry second = Samples.entry(2, ticket);
    ledger.write(
        tx -> {
          tx.tickets().insert(ticket);
          tx.history().append(second, ticket);
          return ticket;
        });
    // At once in one work, and a work later: the last is known, and looked for.
    ledger.write(
        tx -> {
          tx.history().append(Samples.entry(1, ticket), ticket);
          tx.history().append(at(Samples.entry(3, ticket), second.timestamp()), ticket);
          return ticket;
        });

    assertThat(
            ledger.<List<HistoryEntry>>read(
                view -> view.history().page(ticket.id(), true, null, 10)))
        .extracting(HistoryEntry::id, HistoryEntry::timestamp)
        .containsExactly(
            tuple(second.id(), second.timestamp()),
            tuple(Samples.id(1), second.timestamp().plusMillis(1)),
            tuple(Samples.id(3), second.timestamp().plusMillis(2)));
  }

  private static HistoryEntry at(HistoryEntry entry, Instant time) {
    return new HistoryEntry(
        entry.id(),
        entry.ticketId(),
        entry.action(),
        entry.performedBy(),
        entry.performedByName(),
        entry.details(),
        entry.changes(),
        time);
  }

  private Ticket insert(int n, boolean refuse) {
    return ledger.write(
        tx -> {
          tx.tickets().insert(Samples.ticket(n));
          if (refuse) {
            throw new IllegalStateException("refused " + n);
          }
          return Samples.ticket(n);
        });
  }

  @Test
  void commitsAreToldInOrderWithDenseSeqsWhateverTheCallersDo() throws Exception {
    List<Commit> told = new CopyOnWriteArrayList<>();
    ledger.onCommit(told::add);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 1; n <= 200; n++) {
        int number = n;
        callers.submit(
            () ->
                ledger.write(
                    tx -> {
                      tx.tickets().insert(Samples.ticket(number));
                      tx.messages().insert(message(number), Samples.ticket(number));
                      return number;
                    }));
      }
    }

    Awaitility.await().untilAsserted(() -> assertThat(told).hasSize(200));
    List<Long> seqs =
        told.stream().flatMap(commit -> commit.rows().stream()).map(LogRow::seq).toList();
    assertThat(seqs).containsExactly(dense(400));
    assertThat(ledger.since(0, 1_000)).extracting(LogRow::seq).containsExactly(dense(400));
    assertThat(told)
        .allSatisfy(commit -> assertThat(commit.tx()).isEqualTo(commit.rows().getLast().seq()));
  }

  private static Message message(int n) {
    return Samples.message(1_000 + n, Samples.ticket(n));
  }

  @Test
  void aPageOfTheLogNeverCutsATransaction() {
    ledger.write(
        tx -> {
          for (int n = 1; n <= 5; n++) {
            tx.tickets().insert(Samples.ticket(n));
          }
          return 0;
        });
    assertThat(ledger.since(0, 2)).hasSize(5);
    assertThat(ledger.since(3, 1)).extracting(LogRow::seq).containsExactly(4L, 5L);
  }

  @Test
  void aRowThatChangesTwiceIsLoggedOnceWithWhoSawItBefore() {
    Ticket first = Samples.ticket(1);
    ledger.write(
        tx -> {
          tx.departments().insert(Samples.department(9));
          tx.tickets().insert(first);
          return 0;
        });
    Ticket second = first.toBuilder().departmentId(Samples.id(9)).version(2).build();
    Ticket third = second.toBuilder().subject("Third").version(3).build();
    long before = ledger.head();
    ledger.write(
        tx -> {
          tx.tickets().update(first, second);
          tx.tickets().update(second, third);
          return 0;
        });

    assertThat(ledger.since(before, 10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.before()).isEqualTo(Audience.of(first));
              assertThat(row.after()).isEqualTo(Audience.of(third));
            });
  }

  @Test
  void aStepThatFailsIsUndoneAloneInsideItsWork() {
    ledger.write(
        tx -> {
          tx.tickets().insert(Samples.ticket(1));
          assertThatThrownBy(
                  () ->
                      tx.attempt(
                          () -> {
                            tx.tickets().insert(Samples.ticket(2));
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          tx.tickets().insert(Samples.ticket(3));
          return 0;
        });

    assertThat(ledger.since(0, 10))
        .extracting(LogRow::id)
        .containsExactly(Samples.id(1).toString(), Samples.id(3).toString());
    assertThat(find(Samples.id(2))).isEmpty();
  }

  @Test
  void everythingIsThereAfterARestart() {
    insert(1, false);
    UUID epoch = ledger.epoch();
    byte[] secret = store.secret("key", 32);
    store.close();
    open();

    assertThat(ledger.head()).isEqualTo(1);
    assertThat(ledger.epoch()).isEqualTo(epoch);
    assertThat(store.secret("key", 32)).isEqualTo(secret).hasSize(32);
    assertThat(find(Samples.id(1))).contains(Samples.ticket(1));
    insert(2, false);
    assertThat(ledger.head()).isEqualTo(2);
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() {
    assertThatThrownBy(() -> TestDatabase.open(directory, Clock.systemUTC()))
        .isInstanceOf(DataDirInUse.class)
        .hasMessageContaining("in use by another Deskhand server");
    insert(1, false);
  }

  @Test
  void aClosedStoreRefusesWork() {
    store.close();
    assertThatThrownBy(() -> insert(1, false)).hasMessageContaining("unavailable");
  }

  @Test
  void whenTooMuchIsWaitingTheRestIsRefusedAtOnce() throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger written = new AtomicInteger();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(
          () ->
              ledger.write(
                  tx -> {
                    holding.countDown();
                    await(go);
                    return 0;
                  }));
      holding.await();
      for (int n = 0; n < 3_000; n++) {
        callers.submit(
            () -> {
              try {
                written.addAndGet(ledger.write(tx -> 1));
              } catch (ProblemException e) {
                assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE);
                refused.incrementAndGet();
              }
            });
      }
      Awaitility.await().untilAtomic(refused, Matchers.greaterThanOrEqualTo(900));
      go.countDown();
    }
    assertThat(refused.get() + written.get()).isEqualTo(3_000);
    assertThat(written).hasPositiveValue();
  }

  @Test
  void aReaderThatIsInterruptedDoesNotHurtTheStore() throws Exception {
    List<Ticket> tickets = IntStream.rangeClosed(1, 3_000).mapToObj(Samples::ticket).toList();
    ledger.write(
        tx -> {
          tx.load(target -> target.tickets(tickets));
          return 0;
        });
    store.close();
    open(); // Nothing is cached now, so readers read the file.
    for (int n = 1; n <= 3_000; n += 100) {
      UUID id = Samples.id(n);
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    try {
                      find(id);
                    } catch (ProblemException e) {
                      // It may not have got a connection.
                      assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE);
                    }
                  });
      reader.join();
    }

    insert(4_000, false);
    assertThat(find(Samples.id(4_000))).isPresent();
    assertThat(find(Samples.id(2_999))).isPresent();
  }

  @Test
  void ticketNumbersAscendWithinTheYear() {
    List<String> numbers =
        ledger.write(tx -> List.of(tx.tickets().nextNumber(), tx.tickets().nextNumber()));
    assertThat(numbers.getFirst()).matches("TKT-\\d{4}-000001");
    assertThat(numbers.getLast()).endsWith("-000002");
  }

  @Test
  void anImportCountsReservesNumbersAndAsksForASnapshot() {
    Department department = Samples.department(1);
    Ticket ticket =
        Samples.ticket(7).toBuilder()
            .departmentId(department.id())
            .assignedTo(Samples.id(2))
            .build();
    long before = ledger.head();
    ledger.write(
        tx -> {
          tx.load(
              target -> {
                target.departments(List.of(department));
                target.staff(
                    List.of(new StaffMember(Samples.agent(2, department.id()), Set.of(), "hash")));
                target.tickets(List.of(ticket));
                target.messages(List.of(Samples.message(20, ticket), Samples.message(21, ticket)));
                target.history(List.of(Samples.entry(30, ticket)));
              });
          return 0;
        });

    assertThat(ledger.floor()).isEqualTo(ledger.head()).isGreaterThan(before);
    assertThat(ledger.since(ledger.floor(), 10)).isEmpty();
    ledger.read(
        view -> {
          Ticket stored = view.tickets().find(ticket.id()).orElseThrow();
          assertThat(stored.messageCount()).isEqualTo(2);
          assertThat(stored.lastMessageAt()).isEqualTo(Samples.THEN.plusSeconds(21));
          assertThat(view.staff().find(Samples.id(2)).orElseThrow().activeTickets()).isEqualTo(1);
          assertThat(view.departments().find(Samples.id(1)).orElseThrow().agentCount())
              .isEqualTo(1);
          return 0;
        });
    String next = ledger.write(tx -> tx.tickets().nextNumber());
    assertThat(next).isEqualTo("TKT-2026-000008");
  }

  private Optional<Ticket> find(UUID id) {
    return ledger.read(view -> view.tickets().find(id));
  }

  private static Long[] dense(long last) {
    return LongStream.rangeClosed(1, last).boxed().toArray(Long[]::new);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
