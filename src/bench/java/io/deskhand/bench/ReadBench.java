package io.deskhand.bench;

import io.deskhand.protocol.Routes;
import java.util.List;
import java.util.concurrent.Callable;

/** Lists, search, single tickets and statistics. */
final class ReadBench {
  private static final String[] FILTERS = {
    "status=open",
    "status=open,in_progress,pending",
    "priority=urgent",
    "category=kind3",
    "channel=email",
    "assignedTo=me",
    "assignedTo=none",
    "tag=tag7",
    "status=resolved",
    "priority=high&status=closed&category=kind1",
    "createdFrom=2026-06-01",
    "priority=low,medium,high,urgent"
  };
  private static final String[] KEYS = {
    "createdAt", "priority", "status", "lastMessageAt", "updatedAt", "dueAt"
  };
  private final Bench bench;

  ReadBench(Bench bench) {
    this.bench = bench;
  }

  void run(List<String> ids) throws Exception {
    Http admin = bench.admin;
    Bench.timesHeader();
    bench.time("baseline: GET /health", 2_000, n -> () -> admin.get(Routes.HEALTH));
    bench.time("first page (50) of a filter and sort, with total", 1_500, n -> list());
    bench.time("the same without a filter, all tickets", 500, n -> () -> admin.get(all()));
    bench.time("search: one word", 500, n -> search(1));
    bench.time("search: two words", 500, n -> search(2));
    bench.time("search as you type: a word and a beginning", 500, n -> searchBegun());
    bench.time("one ticket", 2_000, n -> () -> admin.get(Routes.ticket(ids.get(n % ids.size()))));
    for (String stats :
        List.of(Routes.STATS, Routes.AGENT_STATS, Routes.DEPARTMENT_STATS, Routes.SLA_STATS)) {
      bench.time("GET " + stats + ", the year", 100, n -> () -> admin.get(stats));
    }
  }

  private Callable<?> list() {
    Http who = bench.somebody();
    String query =
        FILTERS[bench.random.nextInt(FILTERS.length)]
            + "&sort="
            + (bench.random.nextBoolean() ? "-" : "")
            + KEYS[bench.random.nextInt(KEYS.length)];
    return () -> who.get(Routes.TICKETS + "?limit=50&" + query);
  }

  private String all() {
    return Routes.TICKETS + (bench.random.nextBoolean() ? "?sort=-priority" : "?sort=dueAt");
  }

  private Callable<?> search(int count) {
    Http who = bench.somebody();
    String query = bench.words.text(bench.random, count).replace(' ', '+');
    return () -> who.get(Routes.TICKETS + "?q=" + query);
  }

  private Callable<?> searchBegun() {
    String first = bench.words.word(bench.random);
    String begun = bench.words.word(bench.random);
    String query = first + "+" + begun.substring(0, Math.min(3, begun.length()));
    return () -> bench.admin.get(Routes.TICKETS + "?q=" + query);
  }
}
