package io.deskhand.sync.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.model.Ticket;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.flow.Notifier;
import io.deskhand.sync.flow.SystemThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketIndexTest {
  private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final TicketIndex index =
      new TicketIndex(
          Samples.ME,
          new Ordinals(),
          TextSearch.NONE,
          new SystemThreads(),
          new Notifier(failures::add),
          failures::add);

  @AfterEach
  void nothingFailed() {
    index.close();
    assertThat(failures).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void queuesAndCountsEqualBruteForceUnderRandomChanges(long seed) {
    Samples samples = new Samples(seed);
    Map<UUID, TicketRow> truth = new HashMap<>();
    List<TicketQuery> queries = new ArrayList<>();
    List<LiveQueue> queues = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      queries.add(samples.query());
    }
    var counts = index.counts(queries);
    for (int step = 0; step < 60; step++) {
      if (step % 6 == 0) {
        queues.add(index.queue(queries.get(queues.size())));
      }
      index.update(randomChange(samples, truth));
    }
    while (queues.size() < queries.size()) {
      queues.add(index.queue(queries.get(queues.size())));
    }
    for (int i = 0; i < queries.size(); i++) {
      TicketQuery query = queries.get(i);
      LiveQueue queue = queues.get(i);
      List<TicketRow> expected = BruteForce.find(query, truth.values());
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(queue.rows(0, Integer.MAX_VALUE)).isEqualTo(expected));
      assertThat(counts.get()).containsEntry(query, expected.size());
      for (int at = 0; at < expected.size(); at++) {
        assertThat(queue.indexOf(expected.get(at).ticket().id())).isEqualTo(at);
      }
    }
  }

  @Test
  void wordsBeginWordsInAnyCase() {
    Ticket ticket =
        new Samples(1)
            .ticket().toBuilder()
                .subject("Card declined (again)")
                .customerName("Zoë O'Hara")
                .tags(List.of("gold-partner"))
                .ticketNumber("TKT-2026-000123")
                .build();
    Packing packing = new Packing();
    byte[] row = packing.pack(0, new TicketRow(ticket, false, false, false));
    assertThat(Words.of("card AGAIN zoë").fit(packing, row)).isTrue();
    assertThat(Words.of("hara part tkt-2026-0001 123").fit(packing, row)).isFalse();
    assertThat(Words.of("hara part tkt-2026-0001 000123").fit(packing, row)).isTrue();
    assertThat(Words.of("clined").fit(packing, row)).isFalse();
    assertThat(Words.of("  ").fit(packing, row)).isTrue();
  }

  @Test
  void aClosedQueueIsLeftAlone() {
    Samples samples = new Samples(4);
    LiveQueue queue = index.queue(TicketQuery.ALL);
    await().until(() -> queue.revision().get() > 0);
    queue.close();
    TicketRow row = samples.row(samples.ticket());
    index.update(Map.of(row.ticket().id(), Optional.of(row)));
    LiveQueue other = index.queue(TicketQuery.ALL);
    await().until(() -> other.size() == 1);
    assertThat(queue.size()).isZero();
  }

  @Test
  void aHundredSingleChangesToAHundredThousandTicketsCostNoSort() {
    Samples samples = new Samples(5);
    Map<UUID, Optional<TicketRow>> rows = new LinkedHashMap<>();
    Ticket model = samples.ticket();
    for (int i = 0; i < 100_000; i++) {
      TicketRow row = samples.row(samples.ticket());
      rows.put(row.ticket().id(), Optional.of(row));
    }
    index.update(rows);
    LiveQueue queue = index.queue(TicketQuery.ALL);
    await().atMost(Duration.ofSeconds(20)).until(() -> queue.size() == rows.size());
    long before = queue.revision().get();
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      TicketRow row = samples.row(samples.again(model));
      index.update(Map.of(row.ticket().id(), Optional.of(row)));
    }
    await().pollInterval(Duration.ofMillis(1)).until(() -> queue.size() == rows.size() + 1);
    await().pollInterval(Duration.ofMillis(1)).until(() -> queue.revision().get() > before);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  private static Map<UUID, Optional<TicketRow>> randomChange(
      Samples samples, Map<UUID, TicketRow> truth) {
    Map<UUID, Optional<TicketRow>> change = new LinkedHashMap<>();
    List<TicketRow> known = new ArrayList<>(truth.values());
    for (int i = samples.below(40); i >= 0; i--) {
      int what = samples.below(10);
      if (what < 4 || known.isEmpty()) {
        TicketRow row = samples.row(samples.ticket());
        change.put(row.ticket().id(), Optional.of(row));
      } else {
        Ticket ticket = known.get(samples.below(known.size())).ticket();
        change.put(
            ticket.id(),
            what < 8 ? Optional.of(samples.row(samples.again(ticket))) : Optional.empty());
      }
    }
    change.forEach(
        (id, row) -> row.ifPresentOrElse(now -> truth.put(id, now), () -> truth.remove(id)));
    return change;
  }
}
