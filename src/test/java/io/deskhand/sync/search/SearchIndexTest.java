package io.deskhand.sync.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.sync.Subscription;
import io.deskhand.sync.cache.Batch;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.KnownKey;
import io.deskhand.sync.cache.Position;
import io.deskhand.sync.cache.Profile;
import io.deskhand.sync.cache.SnapshotProgress;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.flow.SystemThreads;
import io.deskhand.sync.flow.Threads;
import io.deskhand.sync.index.Ordinals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Position START = new Position(UUID.randomUUID(), 1, 1, 1);
  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final SearchIndex.Timing AT_ONCE =
      new SearchIndex.Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private final Ids ids = new Ids();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  @TempDir Path folder;
  private Profile profile;
  private ConfirmedStore store;
  private Ordinals ordinals = new Ordinals();
  private SearchIndex index;

  @BeforeEach
  void open() {
    profile = Profile.open(folder.resolve("profile"), new KnownKey(), Clock.systemUTC(), it -> {});
    store = profile.cache("ada");
    index = index(profile.searchFolder(), AT_ONCE);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
    profile.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void wordsAreFoundByTheirBeginningsInAnyPlaceOfTheTicketAndItsMessages() {
    Ticket ticket = ticket("Card declined (again)", "Zoë O'Hara", "TKT-2026-000123");
    Ticket other = ticket("Cannot sign in", "Max Planck", "TKT-2026-000124");
    begin(ticket, other);
    apply(put(message(ticket, "It happened at the supermarket")));
    awaitFound("superm", ticket);
    assertThat(found("card AGAIN zoe")).containsExactly(ticket.id());
    assertThat(found("hara")).containsExactly(ticket.id());
    assertThat(found("clined")).isEmpty();
    assertThat(found("card planck")).isEmpty();
    assertThat(found("tkt-2026-00012")).containsExactlyInAnyOrder(ticket.id(), other.id());
    assertThat(found("000124")).containsExactly(other.id());
    assertThat(found("decl supermarket hara")).containsExactly(ticket.id());
  }

  @Test
  void aWordIsFoundByAnyNumberOfItsFirstLetters() {
    Ticket ticket = ticket("Überweisung fehlt", "Zoë", "TKT-2026-000123");
    Ticket other = ticket("No", "Max", "TKT-2025-000007");
    begin(ticket, other);
    apply(put(message(ticket, "It was on Monday")));
    awaitFound("monday", ticket);
    for (String whole : List.of("uberweisung", "zoe", "monday", "tkt-2026-000123", "000123")) {
      String few = whole.startsWith("tkt") || whole.startsWith("0") ? "number:" : "";
      for (int length = 1; length <= whole.length(); length++) {
        String typed = few + whole.substring(0, length);
        assertThat(found(typed)).as(typed).contains(ticket.id());
      }
    }
    assertThat(found("tkt-2026")).containsExactly(ticket.id());
    assertThat(found("no")).containsExactly(other.id());
    assertThat(found("nov")).isEmpty();
    assertThat(found("message:ü")).isEmpty();
    assertThat(found("subject:ü")).containsExactly(ticket.id());
    assertThat(found("subject:ük")).isEmpty();
  }

  @Test
  void phrasesStandTogetherAndFieldsSayWhere() {
    Ticket ticket = ticket("Sign in fails", "Card Maker", "TKT-2026-000001");
    Ticket other = ticket("Card fails to sign", "Ada Byron", "TKT-2026-000002");
    begin(ticket, other);
    apply(put(message(other, "I did sign in before")));
    awaitFound("before", other);
    assertThat(found("\"sign in\"")).containsExactlyInAnyOrder(ticket.id(), other.id());
    assertThat(found("subject:\"sign in\"")).containsExactly(ticket.id());
    assertThat(found("message:\"sign in\"")).containsExactly(other.id());
    assertThat(found("\"in sign\"")).isEmpty();
    assertThat(found("customer:card")).containsExactly(ticket.id());
    assertThat(found("subject:card")).containsExactly(other.id());
    assertThat(found("number:000002")).containsExactly(other.id());
  }

  @Test
  void whatChangesIsFoundAndWhatLeavesIsNot() {
    Ticket ticket = ticket("Before", "Zoe", "TKT-2026-000001");
    begin(ticket);
    apply(put(message(ticket, "remarkable")));
    awaitFound("remarkable", ticket);
    apply(put(ticket.toBuilder().subject("Afterwards").version(2).build()));
    awaitFound("afterwards", ticket);
    assertThat(found("before")).isEmpty();
    assertThat(found("remarkable")).containsExactly(ticket.id());
    apply(new Change(9, EntityType.TICKET, ticket.id().toString(), Change.Op.REMOVE, null));
    await().untilAsserted(() -> assertThat(found("remarkable")).isEmpty());
    assertThat(found("afterwards")).isEmpty();
  }

  @Test
  void whatWasNotFlushedBeforeACrashIsIndexedAgain() throws IOException {
    index.close();
    index =
        index(profile.searchFolder(), new SearchIndex.Timing(Duration.ZERO, Duration.ZERO, LATER));
    Ticket ticket = ticket("Before", "Zoe", "TKT-2026-000001");
    begin(ticket);
    apply(put(message(ticket, "remarkable")));
    awaitFound("remarkable", ticket);
    Path crashed = copy(profile.searchFolder(), folder.resolve("crashed"));
    try (SearchIndex next = index(crashed, AT_ONCE)) {
      await().untilAsserted(() -> assertThat(found(next, "remarkable")).contains(ticket.id()));
    }
  }

  @Test
  void whatCameWhileNobodyIndexedIsFoundAfterTheNextStart() {
    Ticket ticket = ticket("Before", "Zoe", "TKT-2026-000001");
    begin(ticket);
    awaitFound("before", ticket);
    index.close();
    apply(put(message(ticket, "remarkable")));
    index = index(profile.searchFolder(), AT_ONCE);
    awaitFound("remarkable", ticket);
    await().untilAsserted(() -> assertThat(store.unindexed().last()).isZero());
  }

  @Test
  void anIndexOfAnotherCopyIsMadeAnew() {
    Ticket ticket = ticket("Private", "Zoe", "TKT-2026-000001");
    begin(ticket);
    awaitFound("private", ticket);
    index.close();
    store.close();
    store = profile.cache("somebody else");
    index = index(profile.searchFolder(), AT_ONCE);
    Ticket theirs = ticket("Theirs", "Max", "TKT-2026-000002");
    begin(theirs);
    awaitFound("theirs", theirs);
    assertThat(found("private")).isEmpty();
  }

  @Test
  void afterASignOutNothingIsFound() {
    Ticket ticket = ticket("Private", "Zoe", "TKT-2026-000001");
    begin(ticket);
    awaitFound("private", ticket);
    index.clear();
    assertThat(index.find("private")).isNull();
    index.close();
    index = index(profile.searchFolder(), AT_ONCE);
    awaitFound("private", ticket);
  }

  @Test
  void noWordIsReadableInTheFiles() throws IOException {
    Ticket ticket = ticket("Quixotic subject", "Zoe Xylander", "TKT-2026-000001");
    begin(ticket);
    apply(put(message(ticket, "An unmistakable sentence")));
    awaitFound("unmistakable", ticket);
    await().untilAsserted(() -> assertThat(store.unindexed().last()).isZero());
    close();
    int files = 0;
    try (var all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files++;
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1).toLowerCase())
            .as(file.toString())
            .doesNotContain("quixotic", "xylander", "unmistakable");
      }
    }
    assertThat(files).isGreaterThan(3);
    open();
  }

  @Test
  void whoeverCatchesUpIsIndexedWhenNothingMoreComes() {
    Ticket ticket = ticket("Before", "Zoe", "TKT-2026-000001");
    begin(ticket);
    Turns turns = new Turns();
    try (SearchIndex slow = pausing(turns)) {
      apply(put(message(ticket, "first")));
      turns.pass(PAUSE);
      assertThat(found(slow, "first")).as("after one pause").containsExactly(ticket.id());
      apply(put(message(ticket, "second")));
      apply(put(message(ticket, "third")));
      turns.pass(PAUSE);
      assertThat(found(slow, "second")).as("while more comes").isEmpty();
      turns.pass(PAUSE);
      assertThat(found(slow, "second third")).containsExactly(ticket.id());
    }
  }

  @Test
  void whoeverHasNoRestIsIndexedAllTheSame() {
    Ticket ticket = ticket("Before", "Zoe", "TKT-2026-000001");
    begin(ticket);
    Turns turns = new Turns();
    try (SearchIndex slow = pausing(turns)) {
      for (int pause = 0; pause < 6; pause++) {
        apply(put(message(ticket, "word" + pause)));
        apply(put(message(ticket, "more" + pause)));
        turns.pass(PAUSE);
      }
      assertThat(found(slow, "word0")).containsExactly(ticket.id());
    }
  }

  private SearchIndex index(Path where, SearchIndex.Timing timing) {
    return index(where, timing, new SystemThreads());
  }

  private SearchIndex index(Path where, SearchIndex.Timing timing, Threads threads) {
    SearchIndex made =
        new SearchIndex(where, profile.keyFor("search"), ordinals, timing, threads, failures::add);
    made.follow(store);
    return made;
  }

  /** One that has begun, and steps when {@code turns} says that time has passed. */
  private SearchIndex pausing(Turns turns) {
    SearchIndex.Timing timing = new SearchIndex.Timing(Duration.ZERO, PAUSE, LATER);
    SearchIndex made = index(folder.resolve("pausing"), timing, turns);
    turns.pass(Duration.ZERO);
    return made;
  }

  /** The first snapshot. */
  private void begin(Ticket... tickets) {
    SnapshotProgress snapshot = new SnapshotProgress(START, null, store.nextGeneration(), 1);
    List<Change> rows = new ArrayList<>();
    for (Ticket ticket : tickets) {
      rows.add(put(ticket));
    }
    store.applyPage(Batch.of(rows), snapshot);
    store.finishSnapshot(snapshot);
  }

  private void apply(Change change) {
    store.apply(Batch.of(List.of(change)), Map.of(), START);
  }

  private void awaitFound(String text, Ticket... tickets) {
    List<UUID> expected = List.of(tickets).stream().map(Ticket::id).toList();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(found(text)).hasSameElementsAs(expected));
  }

  private List<UUID> found(String text) {
    return found(index, text);
  }

  private List<UUID> found(SearchIndex where, String text) {
    BitSet found = where.find(text);
    assertThat(found).as("an answer to " + text).isNotNull();
    return store.tickets().before(null, 100).stream()
        .map(Ticket::id)
        .filter(id -> found.get(ordinals.of(id)))
        .toList();
  }

  private Ticket ticket(String subject, String customer, String number) {
    return new TicketBuilder(ids.next(), subject, NOW)
        .customerName(customer)
        .ticketNumber(number)
        .build();
  }

  private Message message(Ticket ticket, String body) {
    return new Message(
        ids.next(),
        ticket.id(),
        null,
        "Cora",
        SenderType.CUSTOMER,
        body,
        false,
        List.of(),
        null,
        null,
        NOW);
  }

  private static Change put(Ticket ticket) {
    return new Change(
        1, EntityType.TICKET, ticket.id().toString(), Change.Op.PUT, Json.tree(ticket));
  }

  private static Change put(Message message) {
    return new Change(
        2, EntityType.MESSAGE, message.id().toString(), Change.Op.PUT, Json.tree(message));
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  /** One thread, that of the test, whose time passes when it is told to. */
  private static final class Turns implements Threads, SerialThread {
    private final List<Turn> turns = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Turn(Duration at, Runnable task) {}

    /** Carries out what is due by then, in order. */
    void pass(Duration time) {
      now = now.plus(time);
      Optional<Turn> next = due();
      while (next.isPresent()) {
        turns.remove(next.get());
        next.get().task().run();
        next = due();
      }
    }

    private Optional<Turn> due() {
      return turns.stream()
          .filter(turn -> turn.at().compareTo(now) <= 0)
          .min(Comparator.comparing(Turn::at));
    }

    @Override
    public SerialThread serial(String name, Consumer<Throwable> failures) {
      return this;
    }

    @Override
    public void start(String name, Runnable task) {
      throw new UnsupportedOperationException("nothing here runs beside");
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Subscription after(Duration delay, Runnable task) {
      Turn turn = new Turn(now.plus(delay), task);
      turns.add(turn);
      return () -> turns.remove(turn);
    }

    @Override
    public <T> CompletableFuture<T> call(Callable<T> task) {
      throw new UnsupportedOperationException("nobody here asks");
    }

    @Override
    public void close() {}
  }
}
