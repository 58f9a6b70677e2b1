package io.deskhand.console.app;

import io.deskhand.model.Ticket;
import io.deskhand.sync.Desk;
import io.deskhand.sync.LiveQueue;
import io.deskhand.sync.TicketQuery;
import io.deskhand.sync.TicketRow;
import java.util.Optional;
import java.util.UUID;

/** Finds a ticket of the desk by its id, from memory. */
final class TicketIndex implements AutoCloseable {
  private final LiveQueue all;

  TicketIndex(Desk desk) {
    this.all = desk.queue(TicketQuery.ALL);
  }

  Optional<Ticket> find(UUID id) {
    int index = all.indexOf(id);
    return index < 0
        ? Optional.empty()
        : all.rows(index, index + 1).stream().findFirst().map(TicketRow::ticket);
  }

  @Override
  public void close() {
    all.close();
  }
}
