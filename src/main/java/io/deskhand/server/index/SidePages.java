package io.deskhand.server.index;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table in the order of their ids, some pages at a time, which are read side by side:
 * for rows that take longer to read than to use.
 *
 * @param ends the id that each page but the last one ends with
 */
record SidePages<T>(List<UUID> ends, Reader<T> read) {
  private static final int READERS = 2;

  /** Reads a page; on a thread of its own. */
  @FunctionalInterface
  interface Reader<T> {
    List<T> between(@Nullable UUID after, @Nullable UUID last);
  }

  SidePages {
    ends = List.copyOf(ends);
  }

  /** Shows every page to {@code use}, on the caller's thread; returns how many rows there were. */
  long each(Consumer<List<T>> use) {
    long count = 0;
    Queue<CompletableFuture<List<T>>> reading = new ArrayDeque<>();
    for (int page = 0; page <= ends.size(); page++) {
      reading.add(begin(page));
      if (reading.size() > READERS) {
        count += use(reading.remove(), use);
      }
    }
    while (!reading.isEmpty()) {
      count += use(reading.remove(), use);
    }
    return count;
  }

  private static <T> long use(CompletableFuture<List<T>> read, Consumer<List<T>> use) {
    List<T> page = Pages.end(read);
    use.accept(page);
    return page.size();
  }

  private CompletableFuture<List<T>> begin(int page) {
    UUID after = page == 0 ? null : ends.get(page - 1);
    UUID last = page == ends.size() ? null : ends.get(page);
    return Pages.reading(() -> read.between(after, last));
  }
}
