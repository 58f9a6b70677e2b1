package io.deskhand.sync.search;

import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.sync.TextMarks;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.Unindexed;
import io.deskhand.sync.flow.SerialThread;
import io.deskhand.sync.flow.Threads;
import io.deskhand.sync.index.Ordinals;
import io.deskhand.sync.index.TextSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of every ticket and message in the confirmed copy, encrypted on disk. It follows the
 * copy's {@link Unindexed} steps on a thread of its own, a moment behind; a copy that it was not
 * made of is indexed from the beginning. What fails is told and ends it, and searches then go
 * without it. Thread-safe.
 */
public final class SearchIndex implements TextSearch, AutoCloseable {
  private static final int STEPS = 50;
  private static final int TICKETS = 500;
  private static final int MOST_PAUSES = 4;

  private final Path folder;
  private final byte[] key;
  private final Ordinals ordinals;
  private final Timing timing;
  private final Consumer<Throwable> failures;
  private final SerialThread thread;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile Runnable changed = () -> {};
  private volatile boolean closing;
  // Null while it is not known what a search would find.
  private volatile @Nullable Searcher searcher;
  // Of the thread.
  private @Nullable ConfirmedStore store;
  private @Nullable SearchFiles files;
  private @Nullable Searcher open;
  private long indexed;
  private boolean commitDue;

  /**
   * When it works.
   *
   * @param start how long after {@link #follow}, so that the start of a console is not slowed down
   * @param pause how long after a change it is indexed, with what has come meanwhile: whoever
   *     catches up needs the processors first, so that it is some pauses while more and more comes
   * @param commit how long after a change it is flushed to the disk
   */
  public record Timing(Duration start, Duration pause, Duration commit) {
    public static final Timing STANDARD =
        new Timing(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  /**
   * @param folder where the files are
   * @param key 32 bytes, for these files only
   * @param threads where it works
   * @param failures gets what nobody expected
   */
  public SearchIndex(
      Path folder,
      byte[] key,
      Ordinals ordinals,
      Timing timing,
      Threads threads,
      Consumer<Throwable> failures) {
    this.folder = folder;
    this.key = key.clone();
    this.ordinals = ordinals;
    this.timing = timing;
    this.failures = failures;
    this.thread = threads.serial("deskhand-search", failures);
  }

  /** Calls {@code listener}, on any thread, when a search would find something else. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** Indexes {@code copy} from now on, and nothing of another one any more. */
  public void follow(ConfirmedStore copy) {
    searcher = null;
    thread.execute(() -> store = null);
    copy.unindexed().onStep(() -> wake(copy));
    thread.after(timing.start(), () -> begin(copy));
  }

  @Override
  public @Nullable BitSet find(String text) {
    Searcher now = searcher;
    if (now == null) {
      return null;
    }
    try {
      return now.find(TextQuery.parse(text, analyzer));
    } catch (IOException e) {
      thread.execute(() -> failed(e));
      return null;
    }
  }

  /** Where the words of {@code text} stand. */
  public TextMarks marks(String text) {
    return text.isBlank()
        ? TextMarks.NONE
        : new QueryMarks(TextQuery.parse(text, analyzer), analyzer);
  }

  /** Everything in it goes; it is made anew at the next {@link #follow}. */
  public void clear() {
    searcher = null;
    thread.execute(
        () -> {
          store = null;
          try {
            SearchFiles known = opened();
            known.clear();
            known.commit(new UUID(0, 0));
          } catch (IOException e) {
            failed(e);
          }
        });
  }

  /** Ends it; what is not on disk yet is indexed again at the next start. */
  @Override
  public void close() {
    closing = true;
    searcher = null;
    thread.execute(this::commit);
    thread.execute(this::closeFiles);
    thread.close();
  }

  private void wake(ConfirmedStore copy) {
    if (!closing && woken.compareAndSet(false, true)) {
      await(copy, 1);
    }
  }

  /** Steps when nothing has come for a pause, or when it has waited long enough for that. */
  private void await(ConfirmedStore copy, int pauses) {
    long seen = copy.unindexed().last();
    thread.after(
        timing.pause(),
        () -> {
          if (copy.unindexed().last() == seen || pauses == MOST_PAUSES) {
            step();
          } else {
            await(copy, pauses + 1);
          }
        });
  }

  private void begin(ConfirmedStore copy) {
    try {
      store = copy;
      indexed = 0;
      // Before its first snapshot is through, a copy is not worth it; its end is a step of all.
      if (!opened().isOf(copy.id()) && copy.position().isPresent()) {
        rebuild(copy);
      }
      step();
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  private SearchFiles opened() throws IOException {
    SearchFiles known = files;
    if (known == null) {
      known = SearchFiles.open(folder, key);
      files = known;
      open = new Searcher(known.writer(), ordinals);
    }
    return known;
  }

  /** Takes over what has been written since the last time. */
  private void step() {
    woken.set(false);
    ConfirmedStore copy = store;
    if (copy == null || closing) {
      return;
    }
    try {
      List<Unindexed.Step> steps = copy.unindexed().after(indexed, STEPS);
      for (Unindexed.Step next : steps) {
        if (next.number() <= indexed) {
          continue;
        }
        if (next.tickets() == null) {
          rebuild(copy);
        } else {
          index(copy, next.tickets());
          indexed = next.number();
        }
      }
      if (steps.size() == STEPS) {
        wake(copy);
      }
      show(copy, !steps.isEmpty());
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  private void show(ConfirmedStore copy, boolean news) throws IOException {
    Searcher now = open;
    if (now == null || closing || !opened().isOf(copy.id())) {
      return;
    }
    if (news && !commitDue) {
      commitDue = true;
      thread.after(timing.commit(), this::commit);
    }
    if (news || searcher == null) {
      now.refresh();
      searcher = now;
      changed.run();
    }
  }

  private void index(ConfirmedStore copy, List<UUID> tickets) throws IOException {
    for (int from = 0; from < tickets.size(); from += TICKETS) {
      List<UUID> some = tickets.subList(from, Math.min(from + TICKETS, tickets.size()));
      Map<UUID, Ticket> here = new HashMap<>();
      copy.tickets().all(some).forEach(ticket -> here.put(ticket.id(), ticket));
      Map<UUID, List<Message>> messages = messages(copy, some);
      for (UUID id : some) {
        opened().put(id, here.get(id), messages.getOrDefault(id, List.of()));
      }
    }
  }

  private void rebuild(ConfirmedStore copy) throws IOException {
    searcher = null;
    long covered = copy.unindexed().last();
    SearchFiles fresh = opened();
    fresh.clear();
    UUID last = null;
    List<Ticket> page;
    do {
      page = copy.tickets().before(last, TICKETS);
      Map<UUID, List<Message>> messages = messages(copy, page.stream().map(Ticket::id).toList());
      for (Ticket ticket : page) {
        fresh.add(ticket, messages.getOrDefault(ticket.id(), List.of()));
      }
      last = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == TICKETS && !closing);
    if (!closing) {
      fresh.commit(copy.id());
      indexed = Math.max(indexed, covered);
      copy.unindexed().forget(indexed);
    }
  }

  private static Map<UUID, List<Message>> messages(ConfirmedStore copy, Collection<UUID> tickets) {
    return copy.conversations().of(tickets).stream()
        .collect(Collectors.groupingBy(Message::ticketId));
  }

  private void commit() {
    commitDue = false;
    ConfirmedStore copy = store;
    SearchFiles written = files;
    if (copy == null || written == null || !written.isOf(copy.id())) {
      return;
    }
    try {
      written.commit(copy.id());
      copy.unindexed().forget(indexed);
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  private void failed(Exception failure) {
    searcher = null;
    store = null;
    if (!closing) {
      failures.accept(failure);
    }
  }

  private void closeFiles() {
    try {
      if (open != null) {
        open.close();
      }
      if (files != null) {
        files.close();
      }
    } catch (IOException e) {
      failures.accept(e);
    }
  }
}
