package io.deskhand.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTicketsTest {
  private static final int BYTES = 1_000;
  private final Map<UUID, Ticket> store = new HashMap<>();
  private final List<UUID> asked = new ArrayList<>();
  private final RecentTickets recent = new RecentTickets(5 * BYTES);

  @Test
  void whatWasReadIsKnownUntilItHasAnotherVersion() {
    List<UUID> ids = write(3, 1);
    assertThat(read(ids, 1)).extracting(Ticket::id).isEqualTo(ids);
    assertThat(read(ids.reversed(), 1)).extracting(Ticket::id).isEqualTo(ids.reversed());
    assertThat(asked).isEqualTo(ids);
    write(1, 2);
    assertThat(read(ids.subList(0, 1), 2)).containsExactly(store.get(ids.getFirst()));
    assertThat(asked).hasSize(4);
  }

  @Test
  void aChangeTakesThePlaceOfWhatIsKnownAndOfNothingElse() {
    List<UUID> ids = write(2, 1);
    read(ids.subList(0, 1), 1);
    write(2, 2);
    ids.forEach(id -> recent.replace(store.get(id)));
    asked.clear();
    assertThat(read(ids, 2)).extracting(Ticket::version).containsExactly(2L, 2L);
    assertThat(asked).containsExactly(ids.get(1));
  }

  @Test
  void whatIsGoneIsLeftOut() {
    List<UUID> ids = write(3, 1);
    store.remove(ids.get(1));
    assertThat(read(ids, 1)).extracting(Ticket::id).containsExactly(ids.get(0), ids.get(2));
  }

  @Test
  void keepsWhatFitsAndWasUsedLast() {
    List<UUID> ids = write(6, 1);
    read(ids.subList(0, 5), 1);
    read(ids.subList(0, 1), 1);
    read(ids.subList(5, 6), 1);
    asked.clear();
    read(List.of(ids.get(0), ids.get(5), ids.get(1)), 1);
    assertThat(asked).containsExactly(ids.get(1));
    recent.clear();
    asked.clear();
    read(ids.subList(0, 1), 1);
    assertThat(asked).containsExactly(ids.getFirst());
  }

  private List<UUID> write(int count, long version) {
    List<UUID> ids = IntStream.range(0, count).mapToObj(n -> new UUID(7, n)).toList();
    ids.forEach(
        id ->
            store.put(
                id, new TicketBuilder(id, "Subject", Instant.EPOCH).version(version).build()));
    return ids;
  }

  private List<Ticket> read(List<UUID> ids, long version) {
    Hits hits = new Hits(ids, ids.stream().map(id -> version).toList(), ids.size(), null);
    return recent.all(
        hits,
        unknown -> {
          asked.addAll(unknown);
          return unknown.stream().filter(store::containsKey).map(store::get).toList();
        });
  }
}
