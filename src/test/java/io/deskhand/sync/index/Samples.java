package io.deskhand.sync.index;

import io.deskhand.model.Channel;
import io.deskhand.model.Ids;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random tickets and queries, the same for the same seed. */
final class Samples {
  static final UUID ME = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> WORDS =
      List.of("Billing", "card", "declined", "login", "Export", "broken", "invoice", "refund");
  private static final List<String> NAMES = List.of("Ada", "bob", "Cora", "dan");
  private final Random random;

  Samples(long seed) {
    this.random = new Random(seed);
  }

  Ticket ticket() {
    Instant created = START.plusSeconds(random.nextInt(400) * 86_400L / 10);
    UUID id = Ids.at(created.toEpochMilli(), random);
    return again(new TicketBuilder(id, words(), created).build());
  }

  /** The same ticket with other values. */
  Ticket again(Ticket ticket) {
    return ticket.toBuilder()
        .subject(words())
        .ticketNumber("TKT-2026-" + (999_990 + random.nextInt(20)))
        .status(one(Status.values()))
        .priority(one(Priority.values()))
        .channel(one(Channel.values()))
        .category(random.nextBoolean() ? "billing" : "technical")
        .customerName(one(NAMES.toArray(String[]::new)))
        .assignedTo(agent())
        .lastMessageAt(random.nextInt(4) == 0 ? null : START.plusSeconds(random.nextInt(500)))
        .tags(random.nextInt(3) == 0 ? List.of("vip") : List.of())
        .version(ticket.version() + 1)
        .build();
  }

  TicketRow row(Ticket ticket) {
    return new TicketRow(ticket, random.nextBoolean(), false, false);
  }

  TicketQuery query() {
    return TicketQuery.ALL
        .withStatuses(random.nextBoolean() ? Set.of() : Set.of(one(Status.values())))
        .withPriorities(
            random.nextBoolean()
                ? Set.of()
                : Set.copyOf(List.of(Priority.HIGH, one(Priority.values()))))
        .withAssignee(assignee())
        .withText(random.nextBoolean() ? "" : one(new String[] {"bil", "REF", "vip", "tkt-2026"}))
        .withOrder(
            List.of(
                new TicketQuery.Sort(one(TicketQuery.Key.values()), random.nextBoolean()),
                new TicketQuery.Sort(one(TicketQuery.Key.values()), random.nextBoolean())));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private TicketQuery.Assignee assignee() {
    return one(
        new TicketQuery.Assignee[] {
          TicketQuery.Assignee.ANYONE,
          TicketQuery.Assignee.NOBODY,
          TicketQuery.Assignee.ME,
          new TicketQuery.Assignee.Person(new UUID(1, 2))
        });
  }

  private @Nullable UUID agent() {
    int number = random.nextInt(4);
    return number == 0 ? null : new UUID(1, number);
  }

  private String words() {
    return one(WORDS.toArray(String[]::new)) + " " + one(WORDS.toArray(String[]::new));
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
