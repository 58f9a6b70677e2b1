package io.deskhand.server.store;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole desk in pages by id, for what is kept beside the database to find things by. */
public interface IndexReads {
  /** The id of every {@code step}th ticket, in the order of the ids, deleted ones included. */
  List<UUID> everyTicket(int step);

  /**
   * The tickets after the one with the id {@code after} (null: from the first on) up to {@code
   * last} (null: to the last one), in the order of the ids.
   */
  List<TicketKeys> tickets(@Nullable UUID after, @Nullable UUID last);

  /** The {@code limit} messages after the one with the id {@code after}; null: the first ones. */
  List<Words> messages(@Nullable UUID after, int limit);

  /** How often some tickets were escalated; those that never were are left out. */
  List<Escalated> escalated(Collection<UUID> ticketIds);

  /** The {@code limit} escalated tickets after the one with the id {@code after}. */
  List<Escalated> escalated(@Nullable UUID after, int limit);

  /** That a ticket was escalated {@code times} times, 1 at least. */
  record Escalated(UUID id, int times) {}

  /** What a message says, {@code internal} if customers never see it. */
  record Words(UUID id, UUID ticketId, String body, boolean internal) {}
}
