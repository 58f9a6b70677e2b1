package io.deskhand.server.index;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.IndexReads;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.TicketKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ReaderManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of subjects and messages, on disk. It follows the change log from where it was last
 * committed, and is made anew where the log does not reach back so far, or is of another desk.
 * Thread-safe.
 */
final class TextIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextIndex.class);
  private static final int PAGE = 5_000;
  private static final int ROWS_PER_COMMIT = 50_000;

  private final Ledger ledger;
  private final Segments segments;
  private final LongConsumer ticketsAt;
  private final TextFiles files;
  private final ReaderManager readers;
  private final LogFollower follower;
  private final Words analyzer = new Words();
  private final BegunRows begun = BegunRows.ofThisHeap();
  private volatile boolean stale = true;
  private int uncommitted = 0;

  /**
   * Opens the index in {@code directory}, and follows {@code ledger} from there.
   *
   * @param ticketsAt waits until the tickets' rows are those of a seq
   */
  TextIndex(Ledger ledger, Path directory, Segments segments, LongConsumer ticketsAt) {
    this.ledger = ledger;
    this.segments = segments;
    this.ticketsAt = ticketsAt;
    try {
      this.files = TextFiles.open(directory, segments);
      this.readers = new ReaderManager(files.writer());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot use " + directory + " for search", e);
    }
    long reached = files.reached(ledger.epoch());
    boolean known = reached >= ledger.floor() && reached <= ledger.head();
    this.follower = new LogFollower("text-index", ledger, new Texts(), known ? reached : -1);
  }

  void start() {
    follower.start();
  }

  /**
   * Where each word of {@code query} is, as of {@code seq} at the earliest.
   *
   * @param withNotes whether internal notes are searched too
   * @param rows how many rows there are; later ones are left out
   */
  List<WordHits> find(TextQuery query, boolean withNotes, long seq, int rows) {
    follower.await(seq);
    try {
      if (stale) {
        stale = false;
        readers.maybeRefreshBlocking();
      }
      DirectoryReader reader = readers.acquire();
      try {
        List<WordHits> found = new ArrayList<>();
        for (TextQuery.Word word : query.words()) {
          found.add(find(reader, word, withNotes, rows));
        }
        return found;
      } finally {
        readers.release(reader);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private WordHits find(DirectoryReader reader, TextQuery.Word word, boolean withNotes, int rows)
      throws IOException {
    WordHits hits = new WordHits(rows);
    if (word.number() == null) {
      WordSearch search = new WordSearch(reader, segments, begun, word, hits);
      search.in(TextField.SUBJECT);
      search.in(TextField.MESSAGE);
      if (withNotes) {
        search.in(TextField.NOTE);
      }
    }
    return hits;
  }

  /** Takes a search apart as texts are. */
  TextQuery parse(String text) {
    return TextQuery.parse(text, analyzer);
  }

  /** How many rows of the log it is behind. */
  long lag() {
    return follower.lag();
  }

  /** Stops following, and writes down how far it came. */
  @Override
  public void close() {
    follower.close();
    try {
      readers.close();
      files.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("the search index cannot be read or written", e);
  }

  /** The texts as the log's copy. */
  private final class Texts implements LogFollower.Copy {
    @Override
    public long load() {
      long begun = System.nanoTime();
      long head = ledger.head();
      ticketsAt.accept(head);
      try {
        files.clear();
        long texts = loadTickets() + loadMessages();
        files.commit(ledger.epoch(), head);
        LOG.info(
            "Indexed {} texts in {} ms",
            texts,
            Duration.ofNanos(System.nanoTime() - begun).toMillis());
      } catch (IOException e) {
        throw unreadable(e);
      }
      stale = true;
      return head;
    }

    private long loadTickets() {
      return new SidePages<>(
              ledger.read(view -> view.index().everyTicket(PAGE)),
              (after, last) -> ledger.read(view -> view.index().tickets(after, last)))
          .each(
              page -> {
                try {
                  for (TicketKeys ticket : page) {
                    files.addSubject(ticket.id(), ticket.subject());
                  }
                } catch (IOException e) {
                  throw unreadable(e);
                }
              });
    }

    private long loadMessages() {
      return new Pages<>(
              PAGE,
              after -> ledger.read(view -> view.index().messages(after, PAGE)),
              IndexReads.Words::id)
          .each(
              page -> {
                try {
                  for (IndexReads.Words message : page) {
                    files.addMessage(message.ticketId(), message.body(), message.internal());
                  }
                } catch (IOException e) {
                  throw unreadable(e);
                }
              });
    }

    @Override
    public void apply(List<LogRow> rows) {
      ticketsAt.accept(rows.getLast().seq());
      try {
        for (LogRow row : rows) {
          apply(row);
        }
        stale = true;
        uncommitted += rows.size();
        if (uncommitted >= ROWS_PER_COMMIT) {
          files.commit(ledger.epoch(), rows.getLast().tx());
          uncommitted = 0;
        } else {
          files.note(ledger.epoch(), rows.getLast().tx());
        }
      } catch (IOException e) {
        throw unreadable(e);
      }
    }

    private void apply(LogRow row) throws IOException {
      byte[] data = row.data();
      if (row.entity() == EntityType.TICKET && data == null) {
        files.removeSubject(UUID.fromString(row.id()));
      } else if (row.entity() == EntityType.TICKET && data != null) {
        Ticket ticket = Json.readTrusted(data, Ticket.class);
        files.putSubject(ticket.id(), ticket.subject());
      } else if (row.entity() == EntityType.MESSAGE && data != null && row.before() == null) {
        Message message = Json.readTrusted(data, Message.class);
        files.addMessage(message.ticketId(), message.body(), message.internal());
      }
    }
  }
}
