package io.deskhand.sync.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Channel;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.sync.TicketRow;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
  private final Packing packing = new Packing();

  @Test
  void aTicketWithEverythingComesBackButForItsDescription() {
    TicketRow row = new TicketRow(full("Ünïcode 😀 subject"), true, false, true);
    byte[] packed = packing.pack(70_000, row);
    assertThat(packing.unpack(packed)).isEqualTo(row);
    assertThat(PackedRow.ordinal(packed)).isEqualTo(70_000);
    Ticket described = row.ticket().toBuilder().description("a long story").build();
    byte[] same = packing.pack(70_000, new TicketRow(described, true, false, true));
    assertThat(packing.unpack(same)).isEqualTo(row);
  }

  @Test
  void aTicketWithNothingComesBackToo() {
    Ticket bare = new TicketBuilder(new UUID(-1, -2), "", Instant.EPOCH).build();
    TicketRow row = new TicketRow(bare, false, true, false);
    assertThat(packing.unpack(packing.pack(0, row))).isEqualTo(row);
  }

  @Test
  void rowsKeepTheirOwnBytesWhateverIsPackedAfterwards() {
    TicketRow first = new TicketRow(full("x".repeat(5_000)), true, false, true);
    TicketRow second = new TicketRow(full("short"), false, false, false);
    byte[] packed = packing.pack(1, first);
    packing.pack(2, second);
    assertThat(packing.unpack(packed)).isEqualTo(first);
  }

  @Test
  void aUsualRowTakesSomeThreeHundredBytes() {
    Samples samples = new Samples(3);
    for (int n = 0; n < 100; n++) {
      assertThat(packing.pack(n, samples.row(samples.ticket()))).hasSizeLessThan(300);
    }
  }

  @Test
  void everyTicketHasItsOwnOrdinalAndKeepsIt() {
    Ordinals ordinals = new Ordinals();
    Random random = new Random(1);
    for (int n = 0; n < 10_000; n++) {
      assertThat(ordinals.of(id(n, random))).isEqualTo(n);
    }
    Random again = new Random(1);
    for (int n = 0; n < 10_000; n++) {
      UUID id = id(n, again);
      assertThat(ordinals.find(id)).isEqualTo(n);
      assertThat(ordinals.id(n)).isEqualTo(id);
    }
    assertThat(ordinals.find(new UUID(0, 0))).isEqualTo(-1);
  }

  /** Half of them as alike as ids can be. */
  private static UUID id(int n, Random random) {
    return n % 2 == 0 ? new UUID(7, n) : new UUID(random.nextLong(), random.nextLong());
  }

  private static Ticket full(String subject) {
    return new TicketBuilder(UUID.randomUUID(), subject, NOW)
        .ticketNumber("TKT-2026-000123")
        .status(Status.REOPENED)
        .priority(Priority.URGENT)
        .category("billing")
        .channel(Channel.API)
        .customerId(UUID.randomUUID())
        .customerName("Zoë O'Hara")
        .customerEmail("zoe@example.com")
        .customerPhone("+49 30 1234")
        .organizationId(UUID.randomUUID())
        .dealId(UUID.randomUUID())
        .departmentId(UUID.randomUUID())
        .assignedTo(UUID.randomUUID())
        .assignedToName("Ada")
        .escalatedTo(UUID.randomUUID())
        .escalatedToName("Lea")
        .resolution("Done\nand done")
        .resolvedAt(NOW.plusMillis(1))
        .resolvedBy(UUID.randomUUID())
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
