package io.deskhand.sync.cache;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.sync.bytes.Packer;
import io.deskhand.sync.bytes.Unpacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as the cache keeps it, without its id: some 230 bytes, a third of its JSON, and read in
 * a tenth of the time. Times are kept to the millisecond, as they came. Another form of it, or
 * another order of an enum, is another {@link ConfirmedStore#VERSION}.
 */
final class TicketCodec {
  private static final Status[] STATES = Status.values();
  private static final Priority[] PRIORITIES = Priority.values();
  private static final Channel[] CHANNELS = Channel.values();

  private TicketCodec() {}

  /** Writes {@code ticket} with {@code packer}, whose work it is meanwhile. */
  @SuppressWarnings("EnumOrdinal") // a test holds the bytes fast
  static byte[] write(Ticket ticket, Packer packer) {
    packer.begin(0);
    packer.text(ticket.ticketNumber());
    packer.text(ticket.subject());
    packer.text(ticket.description());
    packer.count(ticket.status().ordinal());
    packer.count(ticket.priority().ordinal());
    packer.text(ticket.category());
    packer.count(ticket.channel().ordinal());
    writePeople(ticket, packer);
    writeTimes(ticket, packer);
    packer.text(ticket.resolution());
    Integer satisfaction = ticket.satisfaction();
    packer.difference(satisfaction == null ? 0 : satisfaction);
    packer.count(satisfaction == null ? 0 : 1);
    packer.text(ticket.satisfactionComment());
    packer.difference(ticket.messageCount());
    packer.count(ticket.tags().size());
    ticket.tags().forEach(packer::text);
    packer.count(ticket.version());
    return packer.row();
  }

  private static void writePeople(Ticket ticket, Packer packer) {
    packer.id(ticket.customerId());
    packer.text(ticket.customerName());
    packer.text(ticket.customerEmail());
    packer.text(ticket.customerPhone());
    packer.id(ticket.organizationId());
    packer.id(ticket.dealId());
    packer.id(ticket.departmentId());
    packer.id(ticket.assignedTo());
    packer.text(ticket.assignedToName());
    packer.id(ticket.escalatedTo());
    packer.text(ticket.escalatedToName());
    packer.id(ticket.resolvedBy());
  }

  /** Most are a few days after the first, and so smaller than that. */
  private static void writeTimes(Ticket ticket, Packer packer) {
    long created = ticket.createdAt().toEpochMilli();
    packer.difference(created);
    packer.difference(ticket.updatedAt().toEpochMilli() - created);
    write(ticket.resolvedAt(), created, packer);
    write(ticket.closedAt(), created, packer);
    write(ticket.firstResponseAt(), created, packer);
    write(ticket.dueAt(), created, packer);
    write(ticket.snoozedUntil(), created, packer);
    write(ticket.lastMessageAt(), created, packer);
  }

  private static void write(@Nullable Instant time, long from, Packer packer) {
    packer.count(time == null ? 0 : 1);
    if (time != null) {
      packer.difference(time.toEpochMilli() - from);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalStateException if it did not
   */
  static Ticket read(UUID id, byte[] body) {
    try {
      Unpacker unpacker = new Unpacker(body, 0);
      Ticket ticket = read(id, unpacker);
      if (unpacker.isAtEnd()) {
        return ticket;
      }
    } catch (RuntimeException broken) {
      throw new IllegalStateException("a stored ticket cannot be read", broken);
    }
    throw new IllegalStateException("a stored ticket is followed by something");
  }

  private static Ticket read(UUID id, Unpacker from) {
    String number = from.text();
    // Its time of creation comes later.
    TicketBuilder ticket =
        new TicketBuilder(id, text(from), Instant.EPOCH)
            .ticketNumber(number)
            .description(from.text())
            .status(STATES[(int) from.count()])
            .priority(PRIORITIES[(int) from.count()])
            .category(text(from))
            .channel(CHANNELS[(int) from.count()]);
    readPeople(ticket, from);
    readTimes(ticket, from);
    ticket.resolution(from.text());
    int satisfaction = (int) from.difference();
    return ticket
        .satisfaction(from.count() == 0 ? null : satisfaction)
        .satisfactionComment(from.text())
        .messageCount((int) from.difference())
        .tags(tags(from))
        .version(from.count())
        .build();
  }

  private static void readPeople(TicketBuilder ticket, Unpacker from) {
    ticket
        .customerId(from.id())
        .customerName(from.text())
        .customerEmail(from.text())
        .customerPhone(from.text())
        .organizationId(from.id())
        .dealId(from.id())
        .departmentId(from.id())
        .assignedTo(from.id())
        .assignedToName(from.text())
        .escalatedTo(from.id())
        .escalatedToName(from.text())
        .resolvedBy(from.id());
  }

  private static void readTimes(TicketBuilder ticket, Unpacker from) {
    long created = from.difference();
    ticket
        .createdAt(Instant.ofEpochMilli(created))
        .updatedAt(Instant.ofEpochMilli(created + from.difference()))
        .resolvedAt(time(created, from))
        .closedAt(time(created, from))
        .firstResponseAt(time(created, from))
        .dueAt(time(created, from))
        .snoozedUntil(time(created, from))
        .lastMessageAt(time(created, from));
  }

  private static @Nullable Instant time(long created, Unpacker from) {
    return from.count() == 0 ? null : Instant.ofEpochMilli(created + from.difference());
  }

  private static String text(Unpacker from) {
    String text = from.text();
    if (text == null) {
      throw new IllegalStateException("a text is missing");
    }
    return text;
  }

  private static List<String> tags(Unpacker from) {
    int size = (int) from.count();
    List<String> tags = new ArrayList<>();
    for (int n = 0; n < size; n++) {
      tags.add(text(from));
    }
    return tags;
  }
}
