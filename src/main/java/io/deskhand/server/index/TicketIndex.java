package io.deskhand.server.index;

import io.deskhand.model.Role;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ScopeChecksum;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.IndexReads.Escalated;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.SlaStanding;
import io.deskhand.server.store.TicketFilter;
import io.deskhand.server.store.TicketKeys;
import io.deskhand.server.store.TicketOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tickets in memory, some 150 bytes each, to find, sort and count them without the database,
 * and their words on disk: every answer is of a state that is no older than the ledger's head when
 * it was asked for. Thread-safe; methods throw {@link io.deskhand.protocol.ProblemException} with
 * {@code unavailable} where the index cannot keep up.
 */
public final class TicketIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TicketIndex.class);
  private static final int PAGE = 5_000;
  private static final int AT_ONCE = 500;
  private static final int NO_MORE = DocIdSetIterator.NO_MORE_DOCS;
  private static final TicketOrder OLDEST_FIRST =
      new TicketOrder(TicketOrder.Key.CREATED_AT, false);

  private final Ledger ledger;
  private final LogFollower follower;
  private final TextIndex texts;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final RecentTickets recent = RecentTickets.ofThisHeap();
  private final Object refreshing = new Object();
  private TicketTable table = new TicketTable();
  private long at;

  private TicketIndex(Ledger ledger, Path directory) {
    this.ledger = ledger;
    this.at = load();
    this.follower = new LogFollower("ticket-index", ledger, new Rows(), at);
    Segments segments = new Segments(this::withIds);
    this.texts = new TextIndex(ledger, directory, segments, follower::await);
  }

  /**
   * Reads all tickets of {@code ledger}, and follows it from there.
   *
   * @param directory where the words of subjects and messages are kept; made anew where they do not
   *     fit the ledger, which goes on after this returns
   */
  public static TicketIndex open(Ledger ledger, Path directory) {
    TicketIndex index = new TicketIndex(ledger, directory);
    index.follower.start();
    index.texts.start();
    return index;
  }

  /** {@code limit} of the tickets that match and that {@code scope} sees, after {@code offset}. */
  public Hits page(TicketFilter filter, Scope scope, TicketOrder order, int limit, long offset) {
    int most = (int) Math.min(offset + limit + 1, Integer.MAX_VALUE);
    return searching(
        filter,
        scope,
        (tickets, found) -> {
          RowOrder by = RowOrder.of(tickets, order, found.relevance());
          int[] first = FirstRows.of(found.rows(), by, most, null);
          int skipped = (int) Math.min(offset, first.length);
          int[] page = Arrays.copyOfRange(first, skipped, first.length);
          return hits(tickets, found.rows(), by, page, limit);
        });
  }

  /** The same, after the place {@code last} in that order. */
  public Hits pageAfter(
      TicketFilter filter, Scope scope, TicketOrder order, int limit, TicketOrder.Place last) {
    return searching(
        filter,
        scope,
        (tickets, found) -> {
          RowOrder by = RowOrder.of(tickets, order, found.relevance());
          int[] page = FirstRows.of(found.rows(), by, limit + 1, last);
          return hits(tickets, found.rows(), by, page, limit);
        });
  }

  /** What was found, and how well it fits if there was text to search for. */
  private record Found(FixedBitSet rows, @Nullable Relevance relevance) {}

  private interface Search<T> {
    T run(TicketTable tickets, Found found);
  }

  /** The words are looked up before the tickets are locked, as that may take a while. */
  private <T> T searching(TicketFilter filter, Scope scope, Search<T> search) {
    String text = filter.text();
    if (text == null) {
      return reading(
          tickets -> search.run(tickets, new Found(Selection.of(tickets, filter, scope), null)));
    }
    long head = ledger.head();
    int size = reading(tickets -> tickets.ids.size());
    TextQuery query = texts.parse(text);
    List<WordHits> words = texts.find(query, scope.role().isStaff(), head, size);
    return reading(
        tickets -> {
          Relevance relevance = new Relevance(tickets, query.words(), words);
          FixedBitSet rows = Selection.of(tickets, filter, scope, relevance::retain);
          return search.run(tickets, new Found(rows, relevance));
        });
  }

  private static Hits hits(
      TicketTable tickets, FixedBitSet rows, RowOrder order, int[] found, int limit) {
    List<UUID> ids = Arrays.stream(found).limit(limit).mapToObj(tickets.ids::get).toList();
    List<Long> versions = Arrays.stream(found).limit(limit).mapToObj(tickets.version::get).toList();
    boolean more = found.length > limit;
    return new Hits(
        ids, versions, rows.cardinality(), more ? order.placeOf(found[limit - 1]) : null);
  }

  /** The tickets of {@code hits} that {@code scope} still sees, in their order. */
  public List<Ticket> read(Hits hits, Scope scope) {
    return recent.all(hits, ids -> ledger.read(view -> view.tickets().all(ids, scope))).stream()
        .filter(ticket -> scope.sees(Audience.of(ticket)))
        .toList();
  }

  /** The tickets that match and that {@code scope} sees, oldest first, at most {@code limit}. */
  public List<UUID> oldest(TicketFilter filter, Scope scope, int limit) {
    return page(filter, scope, OLDEST_FIRST, limit, 0).ids();
  }

  /** How many of the tickets that {@code scope} sees match. */
  public long count(TicketFilter filter, Scope scope) {
    return searching(filter, scope, (tickets, found) -> (long) found.rows().cardinality());
  }

  /** What the tickets that {@code scope} sees add up to. */
  public ScopeChecksum checksum(Scope scope) {
    return reading(
        tickets ->
            scope.role() == Role.CUSTOMER
                ? counted(tickets, scope)
                : tickets.sums.of(at, scope, tickets.parties));
  }

  private ScopeChecksum counted(TicketTable tickets, Scope scope) {
    FixedBitSet rows = Selection.of(tickets, TicketFilter.ALL, scope);
    long sum = 0;
    for (int row = rows.nextSetBit(0); row != NO_MORE; row = Bits.next(rows, row)) {
      sum += ScopeChecksum.term(tickets.ids.get(row), tickets.version.get(row));
    }
    return ScopeChecksum.of(at, rows.cardinality(), sum);
  }

  /**
   * Shows the tickets of {@code range} that {@code scope} sees to {@code reader}, one after the
   * other, in no order. Changes wait until it has seen them all.
   */
  public void each(Scope scope, FactRange range, Consumer<TicketFact> reader) {
    follower.await(ledger.head());
    refreshStandings();
    withTable(tickets -> RowFact.each(tickets, scope, range, reader));
  }

  /** One at a time, so that nobody reads what another one is still refreshing. */
  private void refreshStandings() {
    synchronized (refreshing) {
      List<UUID> stale = new ArrayList<>();
      writing(() -> stale.addAll(table.standings.takeStale()));
      int done = 0;
      try {
        while (done < stale.size()) {
          List<UUID> some = stale.subList(done, Math.min(done + AT_ONCE, stale.size()));
          List<SlaStanding> standings = ledger.read(view -> view.sla().standings(some));
          List<Escalated> escalated = ledger.read(view -> view.index().escalated(some));
          writing(
              () -> {
                standings.forEach(table.standings::put);
                escalated.forEach(table.standings::put);
              });
          done += some.size();
        }
      } finally {
        List<UUID> rest = stale.subList(done, stale.size());
        writing(() -> rest.forEach(table.standings::touch));
      }
    }
  }

  private <T> T reading(Function<TicketTable, T> question) {
    follower.await(ledger.head());
    lock.readLock().lock();
    try {
      return question.apply(table);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** How many rows of the change log the tickets' rows are behind. */
  public long ticketLag() {
    return follower.lag();
  }

  /** How many rows of the change log the texts' words are behind. */
  public long textLag() {
    return texts.lag();
  }

  /** Stops following. */
  @Override
  public void close() {
    texts.close();
    follower.close();
  }

  private long load() {
    long begun = System.nanoTime();
    long head = ledger.head();
    TicketTable loaded = new TicketTable();
    new SidePages<>(
            ledger.read(view -> view.index().everyTicket(PAGE)),
            (after, last) -> ledger.read(view -> view.index().tickets(after, last)))
        .each(page -> page.forEach(loaded::put));
    loadStandings(loaded);
    LOG.info(
        "Indexed {} tickets in {} ms",
        loaded.ids.size(),
        Duration.ofNanos(System.nanoTime() - begun).toMillis());
    writing(
        () -> {
          table = loaded;
          at = head;
          recent.clear();
        });
    return head;
  }

  private void loadStandings(TicketTable loaded) {
    loaded.standings.takeStale();
    new Pages<>(
            PAGE,
            after -> ledger.read(view -> view.sla().standings(after, PAGE)),
            SlaStanding::ticketId)
        .each(page -> page.forEach(loaded.standings::put));
    new Pages<>(
            PAGE, after -> ledger.read(view -> view.index().escalated(after, PAGE)), Escalated::id)
        .each(page -> page.forEach(loaded.standings::put));
  }

  private void withIds(Consumer<RowIds> look) {
    withTable(tickets -> look.accept(tickets.ids));
  }

  private void withTable(Consumer<TicketTable> look) {
    lock.readLock().lock();
    try {
      look.accept(table);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void writing(Runnable change) {
    lock.writeLock().lock();
    try {
      change.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The rows as the log's copy. */
  private final class Rows implements LogFollower.Copy {
    @Override
    public long load() {
      return TicketIndex.this.load();
    }

    @Override
    public void apply(List<LogRow> rows) {
      List<Consumer<TicketTable>> changes = rows.stream().map(TicketIndex.this::change).toList();
      writing(
          () -> {
            changes.forEach(change -> change.accept(table));
            at = rows.getLast().seq();
          });
    }
  }

  private Consumer<TicketTable> change(LogRow row) {
    UUID ticketId = row.ticketId();
    if (row.entity() != EntityType.TICKET) {
      return tickets -> {
        if (ticketId != null) {
          tickets.standings.touch(ticketId);
        }
      };
    }
    byte[] data = row.data();
    if (data == null) {
      UUID gone = UUID.fromString(row.id());
      return tickets -> tickets.remove(gone);
    }
    Ticket ticket = Json.readTrusted(data, Ticket.class);
    recent.replace(ticket);
    TicketKeys keys = TicketKeys.of(ticket);
    return tickets -> tickets.put(keys);
  }
}
