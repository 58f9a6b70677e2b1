package io.deskhand.server.store;

import io.deskhand.model.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

class SqlTickets implements TicketReads {
  // Joined: of "= ANY (?)" H2 looks through the whole array again for each row.
  private static final String BY_IDS =
      "SELECT t.* FROM UNNEST(CAST(? AS UUID ARRAY)) AS wanted (id)"
          + " JOIN tickets t ON t.id = wanted.id WHERE t.deleted_at IS NULL";

  final Handle handle;

  SqlTickets(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Ticket> find(UUID id) {
    return handle
        .createQuery("SELECT t.* FROM tickets t WHERE t.id = ? AND t.deleted_at IS NULL")
        .bind(0, id)
        .map(Row.mapper(TicketRows::read))
        .findOne();
  }

  @Override
  public boolean isTaken(UUID id) {
    return handle
        .createQuery("SELECT t.id FROM tickets t WHERE t.id = ?")
        .bind(0, id)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  @Override
  public List<Ticket> all(List<UUID> ids, Scope scope) {
    Map<UUID, Ticket> found =
        handle
            .createQuery(BY_IDS)
            .bind(0, ids.stream().distinct().toArray(UUID[]::new))
            .map(Row.mapper(TicketRows::read))
            .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
    return ids.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .filter(ticket -> scope.sees(Audience.of(ticket)))
        .toList();
  }
}
