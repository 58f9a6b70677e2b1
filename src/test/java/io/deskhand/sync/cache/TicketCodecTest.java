package io.deskhand.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.protocol.Json;
import io.deskhand.sync.bytes.Packer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketCodecTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private final Packer packer = new Packer();

  @Test
  void aTicketWithEverythingComesBack() {
    assertThat(again(full("Ünïcode 😀 subject"))).isEqualTo(full("Ünïcode 😀 subject"));
    assertThat(again(full("x".repeat(100_000)))).isEqualTo(full("x".repeat(100_000)));
  }

  @Test
  void aTicketWithNothingComesBackToo() {
    Ticket bare = new TicketBuilder(new UUID(-1, -2), "", Instant.EPOCH).build();
    assertThat(again(bare)).isEqualTo(bare);
  }

  @Test
  void numbersAndTimesMayBeAnything() {
    Ticket odd =
        new TicketBuilder(new UUID(0, 0), "", Instant.parse("9999-12-31T23:59:59.999Z"))
            .updatedAt(Instant.parse("0001-01-01T00:00:00Z"))
            .dueAt(Instant.parse("0001-01-01T00:00:00.001Z"))
            .satisfaction(Integer.MIN_VALUE)
            .messageCount(Integer.MAX_VALUE)
            .version(Long.MAX_VALUE)
            .build();
    assertThat(again(odd)).isEqualTo(odd);
    Ticket none = odd.toBuilder().satisfaction(0).messageCount(-1).version(-1).build();
    assertThat(again(none)).isEqualTo(none);
  }

  @Test
  void everyValueOfAnEnumComesBack() {
    for (Status status : Status.values()) {
      for (Priority priority : Priority.values()) {
        for (Channel channel : Channel.values()) {
          Ticket ticket =
              full("s").toBuilder().status(status).priority(priority).channel(channel).build();
          assertThat(again(ticket)).isEqualTo(ticket);
        }
      }
    }
  }

  @Test
  void itIsAThirdOfItsJson() {
    Ticket ticket = full("The printer on the second floor prints nothing");
    assertThat(TicketCodec.write(ticket, packer).length * 2).isLessThan(Json.bytes(ticket).length);
  }

  @Test
  void whatWasNotWrittenSoIsRefused() {
    byte[] whole = TicketCodec.write(full("s"), packer);
    UUID id = UUID.randomUUID();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TicketCodec.read(id, part))
          .isInstanceOf(IllegalStateException.class);
    }
    byte[] more = Arrays.copyOf(whole, whole.length + 1);
    assertThatThrownBy(() -> TicketCodec.read(id, more)).isInstanceOf(IllegalStateException.class);
  }

  /** If this fails, files of before are read wrongly: they need another version, see the codec. */
  @Test
  void theFormOnDiskStaysAsItIs() {
    Ticket ticket =
        new TicketBuilder(new UUID(1, 2), "S", NOW)
            .ticketNumber("T-1")
            .status(Status.CLOSED)
            .priority(Priority.URGENT)
            .channel(Channel.PHONE)
            .customerId(new UUID(3, 4))
            .closedAt(NOW.plusMillis(5))
            .messageCount(2)
            .tags(List.of("a"))
            .version(300)
            .build();

    assertThat(ConfirmedStore.VERSION).isEqualTo(4);
    assertThat(HexFormat.of().formatHex(TicketCodec.write(ticket, packer)))
        .isEqualTo(
            "04542d3102530005030867656e6572616c0201000000000000000300000000000000040000000000000000"
                + "000000f6b5b086bf680000010a000000000000000004010261ac02");
  }

  private Ticket again(Ticket ticket) {
    return TicketCodec.read(ticket.id(), TicketCodec.write(ticket, packer));
  }

  private static Ticket full(String subject) {
    return new TicketBuilder(new UUID(8, 9), subject, NOW)
        .ticketNumber("TKT-2026-000123")
        .description("A long story\nin two lines")
        .status(Status.REOPENED)
        .priority(Priority.URGENT)
        .category("billing")
        .channel(Channel.API)
        .customerId(new UUID(1, 1))
        .customerName("Zoë O'Hara")
        .customerEmail("zoe@example.com")
        .customerPhone("+49 30 1234")
        .organizationId(new UUID(1, 2))
        .dealId(new UUID(1, 3))
        .departmentId(new UUID(1, 4))
        .assignedTo(new UUID(1, 5))
        .assignedToName("Ada")
        .escalatedTo(new UUID(1, 6))
        .escalatedToName("Lea")
        .resolution("Done\nand done")
        .resolvedAt(NOW.plusMillis(1))
        .resolvedBy(new UUID(1, 7))
        .closedAt(NOW.plusMillis(2))
        .firstResponseAt(NOW.plusMillis(3))
        .dueAt(NOW.plusMillis(4))
        .snoozedUntil(NOW.plusMillis(5))
        .satisfaction(5)
        .satisfactionComment("Great")
        .messageCount(70_000)
        .lastMessageAt(NOW.minusMillis(6))
        .tags(List.of("vip", "b"))
        .updatedAt(NOW.plusMillis(7))
        .version(1L << 40)
        .build();
  }
}
