package io.deskhand.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Ticket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the pieces which the tickets are read in are all of them, each once. */
class IndexReadsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 10, 11, 100})
  void thePiecesAreAllTicketsInOrderWithoutTheDeletedOnes(int step) {
    try (Store store = TestDatabase.open(directory, Clock.systemUTC())) {
      List<Ticket> tickets = IntStream.range(0, 11).mapToObj(Samples::ticket).toList();
      store
          .ledger()
          .write(
              tx -> {
                tickets.forEach(tx.tickets()::insert);
                tx.tickets().remove(tickets.get(3));
                return tx.now();
              });
      List<UUID> ends = store.ledger().read(view -> view.index().everyTicket(step));
      assertThat(ends).hasSize(tickets.size() / step).isSorted();
      List<UUID> read = new ArrayList<>();
      for (int page = 0; page <= ends.size(); page++) {
        UUID after = page == 0 ? null : ends.get(page - 1);
        UUID last = page == ends.size() ? null : ends.get(page);
        List<TicketKeys> piece = store.ledger().read(view -> view.index().tickets(after, last));
        assertThat(piece).hasSizeLessThanOrEqualTo(step);
        piece.forEach(keys -> read.add(keys.id()));
      }
      assertThat(read)
          .isEqualTo(
              tickets.stream()
                  .map(Ticket::id)
                  .filter(id -> !id.equals(tickets.get(3).id()))
                  .sorted()
                  .toList());
    }
  }

  @Test
  void ofNoTicketsThereAreNoPieces() {
    try (Store store = TestDatabase.open(directory, Clock.systemUTC())) {
      assertThat(store.ledger().<List<UUID>>read(view -> view.index().everyTicket(5))).isEmpty();
      assertThat(store.ledger().<List<TicketKeys>>read(view -> view.index().tickets(null, null)))
          .isEmpty();
    }
  }
}
