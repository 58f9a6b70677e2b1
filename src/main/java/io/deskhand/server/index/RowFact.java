package io.deskhand.server.index;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.sla.SlaMark;
import io.deskhand.model.sla.SlaTarget;
import io.deskhand.server.store.Scope;
import io.deskhand.server.store.TicketFilter;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The row that is looked at, as a fact: one object for all of them. */
final class RowFact implements TicketFact {
  private static final Status[] STATUSES = Status.values();
  private static final Priority[] PRIORITIES = Priority.values();
  private static final Channel[] CHANNELS = Channel.values();
  private final TicketTable table;
  private int row = 0;

  private RowFact(TicketTable table) {
    this.table = table;
  }

  /** Shows the rows of {@code range} that {@code scope} sees to {@code reader}. */
  static void each(TicketTable table, Scope scope, FactRange range, Consumer<TicketFact> reader) {
    FixedBitSet rows = Selection.of(table, TicketFilter.created(range.from(), range.to()), scope);
    if (range.departmentId() != null) {
      table.department.retain(rows, table.parties.find(range.departmentId()));
    }
    RowFact fact = new RowFact(table);
    int agent = range.agentId() == null ? Codes.NONE : table.parties.find(range.agentId());
    for (int row = rows.nextSetBit(0);
        row != DocIdSetIterator.NO_MORE_DOCS;
        row = Bits.next(rows, row)) {
      fact.row = row;
      if (agent == Codes.NONE || fact.holderNumber() == agent) {
        reader.accept(fact);
      }
    }
  }

  @Override
  public Status status() {
    return STATUSES[table.status.get(row)];
  }

  @Override
  public Priority priority() {
    return PRIORITIES[table.priority.get(row)];
  }

  @Override
  public String category() {
    return table.categories.get(table.category.get(row));
  }

  @Override
  public int categoryNumber() {
    return table.category.get(row);
  }

  @Override
  public Channel channel() {
    return CHANNELS[table.channel.get(row)];
  }

  @Override
  public @Nullable UUID holder() {
    return party(holderNumber());
  }

  @Override
  public @Nullable UUID departmentId() {
    return party(departmentNumber());
  }

  @Override
  public int departmentNumber() {
    return table.department.get(row);
  }

  @Override
  public int holderNumber() {
    int specialist = table.specialist.get(row);
    return specialist == Codes.NONE ? table.assignee.get(row) : specialist;
  }

  private @Nullable UUID party(int code) {
    return code == Codes.NONE ? null : table.parties.get(code);
  }

  @Override
  public long createdAt() {
    return table.created.get(row);
  }

  @Override
  public long firstResponseAt() {
    return table.firstResponse.get(row);
  }

  @Override
  public long resolvedAt() {
    return table.resolved.get(row);
  }

  @Override
  public int satisfaction() {
    return table.satisfaction.get(row);
  }

  @Override
  public int reopened() {
    return table.standings.reopened(row);
  }

  @Override
  public int escalated() {
    return table.standings.escalated(row);
  }

  @Override
  public SlaMark mark(SlaTarget target) {
    return table.standings.mark(row, target);
  }
}
