package io.deskhand.server.index;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.server.store.TicketKeys;
import io.deskhand.server.store.TicketNumber;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.util.FixedBitSet;

/**
 * All tickets, a row each and a column for each thing to find, sort or count by. A deleted ticket's
 * row is not used again. Guarded by its owner's lock.
 */
final class TicketTable {
  final RowIds ids = new RowIds();
  final Codes<UUID> parties = new Codes<>();
  final Codes<String> categories = new Codes<>();
  final Names names = new Names();
  final Codes<List<String>> tagLists = new Codes<>();
  final KindColumn status = new KindColumn(Status.values().length);
  final KindColumn priority = new KindColumn(Priority.values().length);
  final IntColumn category = new IntColumn();
  final KindColumn channel = new KindColumn(Channel.values().length);
  final IntColumn customer = new IntColumn();
  final IntColumn organization = new IntColumn();
  final IntColumn department = new IntColumn();
  final IntColumn assignee = new IntColumn();
  final IntColumn specialist = new IntColumn();
  final IntColumn tags = new IntColumn();
  final IntColumn satisfaction = new IntColumn();
  final IntColumn name = new IntColumn();
  final LongColumn number = new LongColumn();
  final LongColumn created = new LongColumn();
  final LongColumn updated = new LongColumn();
  final LongColumn lastMessage = new LongColumn();
  final LongColumn due = new LongColumn();
  final LongColumn firstResponse = new LongColumn();
  final LongColumn resolved = new LongColumn();
  final LongColumn version = new LongColumn();
  final Standings standings = new Standings(ids);
  final ScopeSums sums = new ScopeSums();
  private FixedBitSet snoozed = new FixedBitSet(64);
  private FixedBitSet unassigned = new FixedBitSet(64);
  private FixedBitSet live = new FixedBitSet(64);

  void put(TicketKeys ticket) {
    int row = ids.add(ticket.id());
    if (row < live.length() && live.get(row)) {
      sums.subtract(this, row);
    }
    status.set(row, Ranks.of(ticket.status()));
    priority.set(row, Ranks.of(ticket.priority()));
    category.set(row, categories.add(ticket.category()));
    channel.set(row, Ranks.of(ticket.channel()));
    customer.set(row, parties.add(ticket.customerId()));
    organization.set(row, parties.add(ticket.organizationId()));
    department.set(row, parties.add(ticket.departmentId()));
    assignee.set(row, parties.add(ticket.assignedTo()));
    specialist.set(row, parties.add(ticket.escalatedTo()));
    name.set(row, names.add(ticket.customerName()));
    number.set(row, NumberPrefix.pack(TicketNumber.parse(ticket.number())));
    tags.set(row, tagLists.add(ticket.tags()));
    satisfaction.set(row, Objects.requireNonNullElse(ticket.satisfaction(), 0));
    created.set(row, ticket.createdAt());
    updated.set(row, ticket.updatedAt());
    lastMessage.set(row, ticket.lastMessageAt());
    due.set(row, ticket.dueAt());
    firstResponse.set(row, ticket.firstResponseAt());
    resolved.set(row, ticket.resolvedAt());
    version.set(row, ticket.version());
    standings.touch(row);
    if (row >= live.length()) {
      live = FixedBitSet.ensureCapacity(live, row + 1);
      snoozed = FixedBitSet.ensureCapacity(snoozed, live.length());
      unassigned = FixedBitSet.ensureCapacity(unassigned, live.length());
    }
    live.set(row);
    sums.add(this, row);
    set(snoozed, row, ticket.snoozed());
    set(unassigned, row, ticket.assignedTo() == null && ticket.escalatedTo() == null);
  }

  private static void set(FixedBitSet bits, int row, boolean value) {
    if (value) {
      bits.set(row);
    } else {
      bits.clear(row);
    }
  }

  void remove(UUID id) {
    int row = ids.find(id);
    if (row != RowIds.UNKNOWN && live.get(row)) {
      sums.subtract(this, row);
      live.clear(row);
    }
  }

  /** Keeps of {@code rows} only those that are snoozed, or only those that are not. */
  void retainSnoozed(FixedBitSet rows, boolean wanted) {
    if (wanted) {
      rows.and(snoozed);
    } else {
      rows.andNot(snoozed);
    }
  }

  /** Keeps of {@code rows} only those that nobody works on. */
  void retainUnassigned(FixedBitSet rows) {
    rows.and(unassigned);
  }

  /** Those of the rows {@code bits} of a word that nobody works on. */
  long unassigned(int word, long bits) {
    return unassigned.getBits()[word] & bits;
  }

  /** The rows of the tickets that are there, for the caller to narrow down. */
  FixedBitSet rows() {
    return live.clone();
  }
}
