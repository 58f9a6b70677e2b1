package io.deskhand.sync.cache;

import static io.deskhand.sync.cache.CacheFixtures.CLOCK;
import static io.deskhand.sync.cache.CacheFixtures.KEYCHAIN;
import static io.deskhand.sync.cache.CacheFixtures.OWNER;
import static io.deskhand.sync.cache.CacheFixtures.message;
import static io.deskhand.sync.cache.CacheFixtures.put;
import static io.deskhand.sync.cache.CacheFixtures.remove;
import static io.deskhand.sync.cache.CacheFixtures.ticket;
import static io.deskhand.sync.cache.CacheFixtures.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Message;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Change;
import io.deskhand.sync.cache.ConversationStore.Reach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmedStoreTest {
  private static final Position AT_7 = new Position(new UUID(7, 7), 1, 1, 7);

  @TempDir Path folder;
  private Profile profile;
  private ConfirmedStore store;

  @BeforeEach
  void open() {
    profile = Profile.open(folder, KEYCHAIN, CLOCK, incident -> {});
    store = profile.cache(OWNER);
  }

  @AfterEach
  void close() {
    store.close();
    profile.close();
  }

  @Test
  void rowsAndPositionSurviveTogether() {
    Ticket ticket = ticket("Cannot pay");
    Message message = message(ticket.id(), "Hello?");
    store.apply(Batch.of(List.of(put(6, ticket), put(7, message))), Map.of(), AT_7);
    close();
    open();
    assertThat(tickets(store)).containsExactly(ticket);
    assertThat(store.tickets().find(ticket.id())).contains(ticket);
    assertThat(store.conversations().read(ticket.id()).messages()).containsExactly(message);
    assertThat(store.position()).contains(AT_7);
  }

  @Test
  void aRemovalPurgesTicketConversationAndMarks() {
    Ticket ticket = ticket("Cannot pay");
    Message message = message(ticket.id(), "My number is 4111");
    store.apply(
        Batch.of(List.of(put(6, ticket), put(7, message))),
        Map.of(ticket.id(), SeenStore.Seen.NOTHING),
        AT_7);
    store.conversations().add(ticket.id(), List.of(message), List.of(), new Reach(null, null));
    store.apply(Batch.of(List.of(remove(8, ticket.id()))), Map.of(), AT_7.at(8));
    assertThat(tickets(store)).isEmpty();
    assertThat(store.conversations().read(ticket.id()))
        .isEqualTo(new ConversationStore.Stored(List.of(), List.of(), null));
    assertThat(store.seen().all()).isEmpty();
  }

  @Test
  void aTicketThatLeavesAndComesBackInOnePageHasLostItsConversation() {
    Ticket ticket = ticket("Cannot pay");
    Message before = message(ticket.id(), "before");
    Message after = message(ticket.id(), "after");
    store.apply(Batch.of(List.of(put(1, ticket), put(2, before))), Map.of(), AT_7);
    store.apply(
        Batch.of(
            List.of(
                put(3, message(ticket.id(), "never seen")),
                remove(4, ticket.id()),
                put(5, ticket),
                put(6, after))),
        Map.of(),
        AT_7);
    assertThat(tickets(store)).containsExactly(ticket);
    assertThat(store.conversations().read(ticket.id()).messages()).containsExactly(after);
  }

  @Test
  void aSnapshotPurgesWhatItHasNotBrought() {
    Ticket stays = ticket("stays");
    Ticket goes = ticket("goes");
    store.apply(Batch.of(List.of(put(1, stays), put(2, goes))), Map.of(), AT_7);
    SnapshotProgress snapshot = new SnapshotProgress(AT_7.at(20), null, store.nextGeneration(), 1);
    store.beginSnapshot(snapshot);
    store.applyPage(Batch.of(List.of(put(20, stays))), snapshot);
    assertThat(tickets(store)).as("still there to look at").hasSize(2);
    assertThat(store.snapshot()).contains(snapshot);
    assertThat(store.finishSnapshot(snapshot)).containsExactly(goes.id());
    assertThat(tickets(store)).containsExactly(stays);
    assertThat(store.position()).contains(AT_7.at(20));
    assertThat(store.snapshot()).isEmpty();
    assertThat(store.nextGeneration()).isGreaterThan(snapshot.generation());
  }

  @Test
  void pagesAreNewestFirstAndThoseThatNeedWorkAreFoundAlone() {
    List<Ticket> made = new ArrayList<>();
    List<Change> rows = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Status status = i % 3 == 0 ? Status.OPEN : Status.CLOSED;
      made.add(ticket("number " + i).toBuilder().status(status).build());
      rows.add(put(i, made.getLast()));
    }
    made.sort(Comparator.comparing(Ticket::id).reversed());
    store.apply(Batch.of(rows), Map.of(), AT_7);
    assertThat(store.tickets().count()).isEqualTo(10);
    assertThat(store.tickets().before(null, 4)).isEqualTo(made.subList(0, 4));
    assertThat(store.tickets().before(made.get(3).id(), 4)).isEqualTo(made.subList(4, 8));
    assertThat(store.tickets().activeBefore(null, 9))
        .isEqualTo(made.stream().filter(ticket -> ticket.status() == Status.OPEN).toList());
  }

  @Test
  void aTicketThatIsDoneOrGoneNeedsNoWorkAnyMore() {
    Ticket done = ticket("done");
    Ticket gone = ticket("gone");
    Ticket again = ticket("again").toBuilder().status(Status.CLOSED).build();
    store.apply(Batch.of(List.of(put(1, done), put(2, gone), put(3, again))), Map.of(), AT_7);
    Ticket closed = done.toBuilder().status(Status.CLOSED).build();
    Ticket reopened = again.toBuilder().status(Status.REOPENED).build();
    store.apply(
        Batch.of(List.of(put(4, closed), remove(5, gone.id()), put(6, reopened))), Map.of(), AT_7);
    assertThat(store.tickets().activeBefore(null, 9)).containsExactly(reopened);
  }

  @Test
  void anotherPersonFindsNothing() {
    store.apply(Batch.of(List.of(put(1, ticket("private")))), Map.of(), AT_7);
    store.close();
    store = profile.cache("http://desk|ines");
    assertThat(tickets(store)).isEmpty();
    assertThat(store.position()).isEmpty();
  }
}
