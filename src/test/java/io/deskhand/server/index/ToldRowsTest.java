package io.deskhand.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Events;
import io.deskhand.server.store.Commit;
import io.deskhand.server.store.LogRow;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ToldRowsTest {
  private final ToldRows told = new ToldRows(10);

  @Test
  void givesWhatFollowsInWholeTransactions() {
    told.add(commit(1, 3));
    told.add(commit(4, 4));
    told.add(commit(5, 8));
    assertThat(seqs(told.after(0, 4))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(seqs(told.after(4, 4))).containsExactly(5L, 6L, 7L, 8L);
    assertThat(told.after(8, 4)).isEmpty();
  }

  @Test
  void skipsWhatIsKnownAlready() {
    told.add(commit(1, 3));
    told.add(commit(4, 6));
    assertThat(seqs(told.after(3, 100))).containsExactly(4L, 5L, 6L);
  }

  @Test
  void aGapIsForTheLogToFill() {
    told.add(commit(5, 6));
    assertThat(told.after(3, 100)).isEmpty();
    assertThat(seqs(told.after(4, 100))).containsExactly(5L, 6L);
  }

  @Test
  void whoFallsTooFarBehindFindsAGap() {
    for (long seq = 1; seq <= 11; seq++) {
      told.add(commit(seq, seq));
    }
    assertThat(told.after(0, 100)).isEmpty();
    assertThat(told.after(1, 100)).hasSize(10);
  }

  private static List<Long> seqs(List<LogRow> rows) {
    return rows.stream().map(LogRow::seq).toList();
  }

  private static Commit commit(long first, long last) {
    List<LogRow> rows =
        LongStream.rangeClosed(first, last)
            .mapToObj(
                seq ->
                    new LogRow(
                        seq,
                        last,
                        EntityType.AGENT,
                        "id",
                        Change.Op.REMOVE,
                        null,
                        null,
                        null,
                        null))
            .toList();
    return new Commit(last, Events.DESK_CHANGED, rows, null, null, List.of());
  }
}
