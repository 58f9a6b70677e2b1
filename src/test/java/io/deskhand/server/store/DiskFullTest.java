package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.deskhand.disk.JournaledFiles;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full disk refuses writes in so many words; nothing is lost, and it goes on when there is room.
 */
class DiskFullTest {
  private static final long PLENTY = 1L << 40;
  @TempDir Path directory;
  private final AtomicLong usableSpace = new AtomicLong(PLENTY);
  private Store store;
  private Ledger ledger;

  @BeforeEach
  void open() {
    SmallDisk.register();
    JournaledFiles.register();
    DataDir locked = DataDir.lock(directory);
    store =
        Store.open(
            locked,
            "journal:small:retry:" + locked.database(),
            usableSpace::get,
            Clock.systemUTC());
    ledger = store.ledger();
  }

  @AfterEach
  void close() {
    SmallDisk.FULL.set(false);
    SmallDisk.UNFLUSHABLE.set(false);
    store.close();
  }

  @Test
  void aDiskThatFillsUpFailsEveryCallerAndComesBack() throws Exception {
    insert(1);
    SmallDisk.FULL.set(true);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writes = new ArrayList<>();
      for (int n = 2; n <= 21; n++) {
        int number = n;
        writes.add(callers.submit(() -> refused(number)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
    }

    SmallDisk.FULL.set(false);
    insert(30);
    assertThat(find(1)).isPresent();
    assertThat(find(30)).isPresent();
    for (int n = 2; n <= 21; n++) {
      assertThat(find(n)).isEmpty();
    }
    assertThat(ledger.since(0, 100)).extracting(LogRow::seq).containsExactly(1L, 2L);
    store.close();
    open();
    assertThat(ledger.head()).isEqualTo(2);
    assertThat(find(30)).isPresent();
  }

  @Test
  void aDiskThatIsNearlyFullRefusesWritesAndStillReads() {
    insert(1);
    usableSpace.set(1_000);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> insert(2))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.OUT_OF_SPACE));
    assertThat(find(1)).isPresent();
    usableSpace.set(PLENTY);
    insert(2);
    assertThat(find(2)).isPresent();
  }

  @Test
  void whatWasCommittedButNotFlushedIsToldLaterAndKeepsItsPlace() {
    List<Long> told = new CopyOnWriteArrayList<>();
    ledger.onCommit(commit -> told.add(commit.tx()));
    insert(1);
    SmallDisk.UNFLUSHABLE.set(true);
    refused(2);
    SmallDisk.UNFLUSHABLE.set(false);
    insert(3);

    long head = ledger.head();
    // Whether the second one was committed is H2's affair; the log and the rows must agree.
    assertThat(head).isEqualTo(find(2).isPresent() ? 3 : 2);
    assertThat(ledger.since(0, 10)).hasSize((int) head);
    await().untilAsserted(() -> assertThat(told).last().isEqualTo(head));
    assertThat(told).hasSize((int) head);
  }

  @Test
  void aDiskThatTakesNothingAtTheStartIsToldInItsOwnWords() {
    insert(1);
    store.close();
    SmallDisk.UNFLUSHABLE.set(true);
    assertThatExceptionOfType(CannotOpenDatabase.class)
        .isThrownBy(this::open)
        .withMessage("Cannot open the data in " + directory + ": Input/output error");
    SmallDisk.UNFLUSHABLE.set(false);
    open();
    assertThat(find(1)).isPresent();
  }

  @Test
  void whatADeskHasMadeForItselfNeedsNoRoomAnyMore() {
    byte[] secret = store.secret("mine", 16);
    store.close();
    usableSpace.set(1_000);
    open();
    assertThat(store.secret("mine", 16)).isEqualTo(secret);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> store.secret("other", 16));
  }

  private void refused(int n) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> insert(n))
        .satisfies(
            e ->
                assertThat(e.problem().code()).isIn(ErrorCode.OUT_OF_SPACE, ErrorCode.UNAVAILABLE));
  }

  private Ticket insert(int n) {
    return ledger.write(
        tx -> {
          tx.tickets().insert(Samples.ticket(n));
          return Samples.ticket(n);
        });
  }

  private Optional<Ticket> find(int n) {
    return ledger.read(view -> view.tickets().find(Samples.id(n)));
  }
}
