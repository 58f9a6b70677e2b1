package io.deskhand.server.index;

import io.deskhand.model.sla.SlaMark;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.server.store.IndexReads.Escalated;
import io.deskhand.server.store.SlaStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * How the targets of the rows' tickets stand, and how often they were escalated, a number each. The
 * log does not tell it: a row that may have changed is stale until it is read again, which is left
 * to who asks for it.
 */
final class Standings {
  private static final SlaMark[] MARKS = SlaMark.values();
  private static final int MARK_BITS = 2;
  private static final int MARK_MASK = 3;
  private static final int REOPENED_FROM = 2 * MARK_BITS;
  private final RowIds ids;
  private final IntColumn packed = new IntColumn();
  private final IntColumn escalated = new IntColumn();
  private FixedBitSet stale = new FixedBitSet(64);

  Standings(RowIds ids) {
    this.ids = ids;
  }

  /** Notes that the ticket of {@code row} has changed. */
  void touch(int row) {
    stale = FixedBitSet.ensureCapacity(stale, row + 1);
    stale.set(row);
    packed.reserve(row);
    escalated.reserve(row);
  }

  /** The same for something that belongs to a ticket. */
  void touch(UUID ticketId) {
    int row = ids.find(ticketId);
    if (row != RowIds.UNKNOWN) {
      touch(row);
    }
  }

  /** The tickets of the stale rows, which are not stale any more: the caller reads them again. */
  List<UUID> takeStale() {
    List<UUID> taken = new ArrayList<>();
    for (int row = stale.nextSetBit(0);
        row != DocIdSetIterator.NO_MORE_DOCS;
        row = Bits.next(stale, row)) {
      taken.add(ids.get(row));
    }
    stale.clear();
    return taken;
  }

  void put(SlaStanding standing) {
    int row = ids.find(standing.ticketId());
    if (row != RowIds.UNKNOWN) {
      int marks =
          Ranks.of(standing.firstResponse()) | (Ranks.of(standing.resolution()) << MARK_BITS);
      packed.set(row, marks | (standing.reopened() << REOPENED_FROM));
    }
  }

  void put(Escalated ticket) {
    int row = ids.find(ticket.id());
    if (row != RowIds.UNKNOWN) {
      escalated.set(row, ticket.times());
    }
  }

  SlaMark mark(int row, SlaTarget target) {
    int value =
        switch (target) {
          case FIRST_RESPONSE -> packed.get(row);
          case RESOLUTION -> packed.get(row) >> MARK_BITS;
        };
    return MARKS[value & MARK_MASK];
  }

  int escalated(int row) {
    return escalated.get(row);
  }

  int reopened(int row) {
    return packed.get(row) >> REOPENED_FROM;
  }
}
