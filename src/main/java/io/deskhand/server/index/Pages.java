package io.deskhand.server.index;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a table in the order of their ids, a page at a time; the next page is read while the
 * one before is used, which takes about as long.
 *
 * @param size of a full page; a shorter one is the last
 * @param read the page after an id; null: the first
 * @param id of a row
 */
record Pages<T>(int size, Reader<T> read, Function<T, UUID> id) {
  /** Reads a page; on a thread of its own. */
  @FunctionalInterface
  interface Reader<T> {
    List<T> after(@Nullable UUID id);
  }

  /** Shows every page to {@code use}, on the caller's thread; returns how many rows there were. */
  long each(Consumer<List<T>> use) {
    long count = 0;
    CompletableFuture<List<T>> next = begin(null);
    boolean more = true;
    while (more) {
      List<T> page = end(next);
      more = page.size() == size;
      if (more) {
        next = begin(id.apply(page.getLast()));
      }
      use.accept(page);
      count += page.size();
    }
    return count;
  }

  private CompletableFuture<List<T>> begin(@Nullable UUID after) {
    return reading(() -> read.after(after));
  }

  /** Begins to read a page, on a thread of its own. */
  static <T> CompletableFuture<List<T>> reading(Supplier<List<T>> page) {
    return CompletableFuture.supplyAsync(
        page, task -> Thread.ofVirtual().name("index-pages").start(task));
  }

  /** Waits for a page. */
  static <T> List<T> end(CompletableFuture<List<T>> page) {
    try {
      return page.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
