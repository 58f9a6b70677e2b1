package io.deskhand.sync.cache;

import io.deskhand.model.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Tickets on disk. Thread-safe. */
public final class TicketStore {
  private static final UUID LAST = new UUID(-1, -1);
  private final Database database;

  TicketStore(Database database) {
    this.database = database;
  }

  /** How many there are. */
  public int count() {
    return database.in(
        handle -> handle.createQuery("SELECT COUNT(*) FROM tickets").mapTo(Integer.class).one());
  }

  /** One ticket, with its description. */
  public Optional<Ticket> find(UUID id) {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT id, body FROM tickets WHERE id = ?")
                .bind(0, id)
                .map(TicketStore::read)
                .findOne());
  }

  /** Those of {@code ids} that are here. */
  public List<Ticket> all(Collection<UUID> ids) {
    return database.in(
        handle ->
            handle
                .createQuery(
                    "SELECT t.id, t.body FROM UNNEST(CAST(? AS UUID ARRAY)) AS wanted (id)"
                        + " JOIN tickets t ON t.id = wanted.id")
                .bind(0, ids.toArray(UUID[]::new))
                .map(TicketStore::read)
                .list());
  }

  /** The next {@code limit} that were made before {@code id}, newest first; null for the newest. */
  public List<Ticket> before(@Nullable UUID id, int limit) {
    return page("SELECT id, body FROM tickets WHERE id < ? ORDER BY id DESC LIMIT ?", id, limit);
  }

  /** The same of those that need work. */
  public List<Ticket> activeBefore(@Nullable UUID id, int limit) {
    return page(
        "SELECT t.id, t.body FROM active_tickets a JOIN tickets t ON t.id = a.id"
            + " WHERE a.id < ? ORDER BY a.id DESC LIMIT ?",
        id,
        limit);
  }

  private List<Ticket> page(String query, @Nullable UUID before, int limit) {
    return database.in(
        handle ->
            handle
                .createQuery(query)
                .bind(0, before == null ? LAST : before)
                .bind(1, limit)
                .setFetchSize(limit)
                .map(TicketStore::read)
                .list());
  }

  private static Ticket read(ResultSet row, StatementContext context) throws SQLException {
    return TicketCodec.read(row.getObject(1, UUID.class), row.getBytes(2));
  }

  /** Writes the tickets of {@code batch} down; those that are gone stay, to be purged. */
  void put(Handle handle, Batch batch, int generation) {
    List<Ticket> rows = batch.tickets().values().stream().flatMap(Optional::stream).toList();
    Statements.batch(
        handle,
        "MERGE INTO tickets (id, generation, body) KEY (id) VALUES (?, ?, ?)",
        rows,
        (puts, ticket) -> {
          puts.setObject(1, ticket.id());
          puts.setInt(2, generation);
          puts.setBytes(3, batch.body(ticket));
        });
    inactive(
        handle, rows.stream().filter(row -> !row.status().isActive()).map(Ticket::id).toList());
    Statements.batch(
        handle,
        "MERGE INTO active_tickets (id) VALUES (?)",
        rows.stream().filter(row -> row.status().isActive()).toList(),
        (puts, ticket) -> puts.setObject(1, ticket.id()));
  }

  /** Those that no page of snapshot {@code generation} has brought. */
  List<UUID> notBrought(Handle handle, int generation) {
    return handle
        .createQuery("SELECT id FROM tickets WHERE generation < ?")
        .bind(0, generation)
        .mapTo(UUID.class)
        .list();
  }

  void purge(Handle handle, Collection<UUID> tickets) {
    Statements.batch(
        handle,
        "DELETE FROM tickets WHERE id = ?",
        tickets,
        (removals, id) -> removals.setObject(1, id));
    inactive(handle, tickets);
  }

  private static void inactive(Handle handle, Collection<UUID> tickets) {
    Statements.run(
        handle,
        "DELETE FROM active_tickets WHERE id = ANY (?)",
        removal -> {
          removal.setObject(1, tickets.toArray());
          removal.executeUpdate();
        });
  }
}
