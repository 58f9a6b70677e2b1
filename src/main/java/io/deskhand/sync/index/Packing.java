package io.deskhand.sync.index;

import static io.deskhand.sync.index.PackedRow.NEVER;

import io.deskhand.model.Channel;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.bytes.Packer;
import io.deskhand.sync.bytes.Unpacker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows small: some 250 bytes instead of a dozen objects, so that every ticket can be in
 * memory. All but the description is kept, times to the millisecond. Packs on one thread, unpacks
 * on any.
 */
final class Packing {
  private static final Channel[] CHANNELS = Channel.values();
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int UNREAD = 1;
  private static final int PENDING = 2;
  private static final int ATTENTION = 4;
  private final Shared<UUID> ids = new Shared<>();
  private final Shared<String> names = new Shared<>();
  private final Shared<List<String>> tags = new Shared<>();
  private final Packer packer = new Packer();

  /** The people, teams and organizations that rows have numbers for. */
  Shared<UUID> ids() {
    return ids;
  }

  /** The same for categories and the names of agents. */
  Shared<String> names() {
    return names;
  }

  @SuppressWarnings("EnumOrdinal") // in memory, and never longer than this program runs
  byte[] pack(int ordinal, TicketRow row) {
    Ticket ticket = row.ticket();
    byte[] head = packer.begin(PackedRow.TEXTS);
    PackedRow.number(head, PackedRow.ID_HIGH, ticket.id().getMostSignificantBits());
    PackedRow.number(head, PackedRow.ID_LOW, ticket.id().getLeastSignificantBits());
    PackedRow.number(head, PackedRow.CREATED, millis(ticket.createdAt()));
    PackedRow.number(head, PackedRow.UPDATED, millis(ticket.updatedAt()));
    PackedRow.number(head, PackedRow.LAST_MESSAGE, millis(ticket.lastMessageAt()));
    PackedRow.number(head, PackedRow.DUE, millis(ticket.dueAt()));
    PackedRow.number(head, PackedRow.VERSION, ticket.version());
    PackedRow.code(head, PackedRow.ORDINAL, ordinal);
    codes(head, ticket);
    UUID customer = Objects.requireNonNullElse(ticket.customerId(), NOBODY);
    PackedRow.number(head, PackedRow.CUSTOMER_HIGH, customer.getMostSignificantBits());
    PackedRow.number(head, PackedRow.CUSTOMER_LOW, customer.getLeastSignificantBits());
    head[PackedRow.STATUS] = (byte) ticket.status().ordinal();
    head[PackedRow.PRIORITY] = (byte) ticket.priority().ordinal();
    head[PackedRow.CHANNEL] = (byte) ticket.channel().ordinal();
    head[PackedRow.MARKS] =
        (byte)
            ((row.unread() ? UNREAD : 0)
                | (row.pending() ? PENDING : 0)
                | (row.attention() ? ATTENTION : 0));
    rest(ticket);
    return packer.row();
  }

  private void codes(byte[] head, Ticket ticket) {
    PackedRow.code(head, PackedRow.CATEGORY, names.number(ticket.category()));
    PackedRow.code(head, PackedRow.DEPARTMENT, ids.number(ticket.departmentId()));
    PackedRow.code(head, PackedRow.ASSIGNED, ids.number(ticket.assignedTo()));
    PackedRow.code(head, PackedRow.ASSIGNED_NAME, names.number(ticket.assignedToName()));
    PackedRow.code(head, PackedRow.ESCALATED, ids.number(ticket.escalatedTo()));
    PackedRow.code(head, PackedRow.TAGS, tags.number(ticket.tags()));
  }

  private void rest(Ticket ticket) {
    packer.text(ticket.ticketNumber());
    packer.text(ticket.subject());
    packer.text(ticket.customerName());
    packer.text(ticket.customerEmail());
    packer.text(ticket.customerPhone());
    packer.count(ids.number(ticket.organizationId()));
    packer.id(ticket.dealId());
    packer.count(names.number(ticket.escalatedToName()));
    packer.text(ticket.resolution());
    packer.time(ticket.resolvedAt());
    packer.count(ids.number(ticket.resolvedBy()));
    packer.time(ticket.closedAt());
    packer.time(ticket.firstResponseAt());
    packer.time(ticket.snoozedUntil());
    Integer satisfaction = ticket.satisfaction();
    packer.count(satisfaction == null ? 0 : satisfaction);
    packer.text(ticket.satisfactionComment());
    packer.count(ticket.messageCount());
  }

  TicketRow unpack(byte[] row) {
    Unpacker rest = new Unpacker(row, PackedRow.TEXTS);
    String number = rest.text();
    String subject = Objects.requireNonNull(rest.text(), "a ticket has a subject");
    Instant created = Instant.ofEpochMilli(PackedRow.number(row, PackedRow.CREATED));
    TicketBuilder ticket =
        new TicketBuilder(PackedRow.id(row), subject, created).ticketNumber(number);
    head(row, ticket);
    ticket
        .customerName(rest.text())
        .customerEmail(rest.text())
        .customerPhone(rest.text())
        .organizationId(ids.value((int) rest.count()))
        .dealId(rest.id())
        .escalatedToName(names.value((int) rest.count()))
        .resolution(rest.text())
        .resolvedAt(rest.time())
        .resolvedBy(ids.value((int) rest.count()))
        .closedAt(rest.time())
        .firstResponseAt(rest.time())
        .snoozedUntil(rest.time())
        .satisfaction(score((int) rest.count()))
        .satisfactionComment(rest.text())
        .messageCount((int) rest.count());
    byte marks = row[PackedRow.MARKS];
    return new TicketRow(
        ticket.build(), (marks & UNREAD) != 0, isPending(row), (marks & ATTENTION) != 0);
  }

  private void head(byte[] row, TicketBuilder ticket) {
    long high = PackedRow.number(row, PackedRow.CUSTOMER_HIGH);
    long low = PackedRow.number(row, PackedRow.CUSTOMER_LOW);
    ticket
        .updatedAt(Instant.ofEpochMilli(PackedRow.number(row, PackedRow.UPDATED)))
        .lastMessageAt(time(PackedRow.number(row, PackedRow.LAST_MESSAGE)))
        .dueAt(time(PackedRow.number(row, PackedRow.DUE)))
        .version(PackedRow.number(row, PackedRow.VERSION))
        .status(PackedRow.status(row))
        .priority(PackedRow.priority(row))
        .channel(CHANNELS[row[PackedRow.CHANNEL]])
        .category(Objects.requireNonNull(names.value(PackedRow.code(row, PackedRow.CATEGORY))))
        .departmentId(ids.value(PackedRow.code(row, PackedRow.DEPARTMENT)))
        .assignedTo(ids.value(PackedRow.code(row, PackedRow.ASSIGNED)))
        .assignedToName(assignee(row))
        .escalatedTo(ids.value(PackedRow.code(row, PackedRow.ESCALATED)))
        .customerId(high == 0 && low == 0 ? null : new UUID(high, low))
        .tags(tags(row));
  }

  static boolean isOfCustomer(byte[] row, UUID customer) {
    return PackedRow.number(row, PackedRow.CUSTOMER_LOW) == customer.getLeastSignificantBits()
        && PackedRow.number(row, PackedRow.CUSTOMER_HIGH) == customer.getMostSignificantBits();
  }

  static boolean isPending(byte[] row) {
    return (row[PackedRow.MARKS] & PENDING) != 0;
  }

  @Nullable String assignee(byte[] row) {
    return names.value(PackedRow.code(row, PackedRow.ASSIGNED_NAME));
  }

  List<String> tags(byte[] row) {
    return Objects.requireNonNull(tags.value(PackedRow.code(row, PackedRow.TAGS)), "no tags");
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? NEVER : time.toEpochMilli();
  }

  private static @Nullable Instant time(long millis) {
    return millis == NEVER ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Integer score(int number) {
    return number == 0 ? null : number;
  }
}
