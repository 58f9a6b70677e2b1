package io.deskhand.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.ChangePage;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.protocol.SnapshotPage;
import io.deskhand.server.index.TicketIndex;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.web.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedTest {
  @TempDir Path directory;
  private final FeedDesk desk = new FeedDesk(11);
  private Store store;
  private Ledger ledger;
  private ChangeFeed changes;
  private SnapshotFeed snapshots;

  private TicketIndex index;

  @BeforeEach
  void open() {
    store = TestDatabase.open(directory, Clock.systemUTC());
    ledger = store.ledger();
    index = TicketIndex.open(ledger, directory.resolve("search"));
    changes = new ChangeFeed(ledger);
    snapshots = new SnapshotFeed(ledger, index);
    desk.found(ledger);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  @Test
  void pullingAloneConvergesForEveryoneWhateverThePageSize() {
    desk.live(ledger, 120);
    for (Session who : desk.everyone()) {
      for (int limit : List.of(1, 7, 5_000)) {
        Replica replica = new Replica();
        Pull.all(ledger, who, 0, limit, replica);
        assertEqualsTruth(replica, who);
      }
    }
  }

  @Test
  void aSnapshotTakenWhileTheDeskLivesAndAReplayFromItsHeadIsTheSame() {
    desk.live(ledger, 60);
    for (Session who : desk.everyone()) {
      Replica replica = new Replica();
      String cursor = null;
      long head;
      do {
        SnapshotPage page = snapshots.page(who, cursor, 9);
        replica.applyAll(Pull.reread(page.rows()));
        head = page.head();
        cursor = page.next();
        desk.live(ledger, 2);
      } while (cursor != null);
      Pull.all(ledger, who, head, 50, replica);
      assertEqualsTruth(replica, who);
    }
  }

  @Test
  void aPageNeverCutsATransaction() {
    desk.live(ledger, 60);
    Map<Long, Long> txOf = new HashMap<>();
    ledger.since(0, Integer.MAX_VALUE).forEach(row -> txOf.put(row.seq(), row.tx()));
    long since = 0;
    ChangePage page;
    do {
      page = changes.page(desk.admin(), since, 1);
      assertThat(page.next()).isEqualTo(txOf.get(page.next()));
      assertThat(page.changes())
          .extracting(change -> txOf.get(change.seq()))
          .containsOnly(page.next());
      since = page.next();
    } while (page.more());
    assertThat(since).isEqualTo(ledger.head());
  }

  @Test
  void theCursorPassesOverWhatCannotBeSeen() {
    desk.live(ledger, 60);
    Session nobody = desk.account(Role.CUSTOMER, UUID.randomUUID(), Set.of());
    ChangePage page = changes.page(nobody, 0, 10);
    assertThat(page.changes()).isEmpty();
    assertThat(page.next()).isEqualTo(ledger.head());
    assertThat(page.more()).isFalse();
  }

  @Test
  void nothingOfATicketGoesOutAfterItWasLost() {
    UUID ticket = desk.insert(ledger, desk.max());
    desk.say(ledger, ticket, "for Max only");
    desk.update(ledger, ticket, t -> t.assignedTo(desk.ines().me().id()));
    ChangePage page = changes.page(desk.max(), 0, 5_000);
    assertThat(page.changes())
        .filteredOn(
            change -> change.entity() == EntityType.TICKET || change.entity() == EntityType.MESSAGE)
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.op()).isEqualTo(Change.Op.REMOVE))
        .allSatisfy(change -> assertThat(change.data()).isNull());
  }

  @Test
  void aCursorBeyondTheHeadOrBeforeTheKeptLogMeansResync() {
    assertResync(() -> changes.page(desk.max(), ledger.head() + 1, 10));
    ledger.write(
        tx -> {
          tx.load(source -> {});
          return 0;
        });
    assertResync(() -> changes.page(desk.max(), 0, 10));
    assertThat(changes.page(desk.max(), ledger.head(), 10).changes()).isEmpty();
  }

  @Test
  void aSnapshotThatWasBegunBeforeTheLogWasCutMeansResync() {
    desk.live(ledger, 50);
    String cursor = snapshots.page(desk.admin(), null, 1).next();
    ledger.write(
        tx -> {
          tx.load(source -> {});
          return 0;
        });
    assertResync(() -> snapshots.page(desk.admin(), cursor, 10));
  }

  @Test
  void aSnapshotOfAnotherScopeMeansResync() {
    String cursor = snapshots.page(desk.max(), null, 1).next();
    Session promoted = new Session(desk.max().me(), desk.max().scope(), 2, Instant.MAX);
    assertResync(() -> snapshots.page(promoted, cursor, 10));
  }

  @Test
  void aForgedCursorIsRefused() {
    for (String forged : List.of("", "%%%", "e30", "bnVsbA", "eyJoZWFkIjotMX0")) {
      assertThatThrownBy(() -> snapshots.page(desk.max(), forged, 10))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }
  }

  @Test
  void aSnapshotBringsTheDeskThenOnesOwnThenTheOpenThenTheRest() {
    desk.live(ledger, 120);
    List<Integer> order = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    String cursor = null;
    do {
      SnapshotPage page = snapshots.page(desk.admin(), cursor, 20);
      for (Change row : Pull.reread(page.rows())) {
        assertThat(seen.add(row.entity() + row.id())).isTrue();
        order.add(rank(row, desk.admin()));
      }
      cursor = page.next();
    } while (cursor != null);
    assertThat(order).isSorted().contains(0, 1, 2, 3);
  }

  @Test
  void theChecksumIsThatOfTheVisibleTickets() {
    desk.live(ledger, 60);
    for (Session who : desk.everyone()) {
      Map<UUID, Ticket> truth = desk.truth(ledger, who.scope());
      long terms =
          truth.values().stream()
              .mapToLong(ticket -> ScopeChecksum.term(ticket.id(), ticket.version()))
              .sum();
      assertThat(index.checksum(who.scope()))
          .isEqualTo(ScopeChecksum.of(ledger.head(), truth.size(), terms));
    }
  }

  private static int rank(Change row, Session who) {
    if (row.entity() != EntityType.TICKET) {
      return 0;
    }
    Ticket ticket = Json.convert(row.data(), Ticket.class);
    if (!ticket.status().isActive()) {
      return 3;
    }
    return ticket.isWith(who.me().id()) ? 1 : 2;
  }

  private void assertEqualsTruth(Replica replica, Session who) {
    assertThat(replica.tickets())
        .as("%s", who.me().name())
        .containsExactlyInAnyOrderEntriesOf(desk.truth(ledger, who.scope()));
  }

  private static void assertResync(Runnable asking) {
    assertThatThrownBy(asking::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.RESYNC));
  }
}
