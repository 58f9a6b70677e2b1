package io.deskhand.sync.cache;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The confirmed copy on disk: what the server has said, and up to where. Rows and position are
 * written in one transaction. Thread-safe. Methods fail with {@code SyncException} DISK_FULL or
 * CACHE_DAMAGED, and then have changed nothing.
 */
public final class ConfirmedStore implements AutoCloseable {
  /** Another number means: this file is of another program version, make a new one. */
  static final int VERSION = 1;

  private static final String OWNER = "owner";
  private static final String POSITION = "position";
  private static final String SNAPSHOT = "snapshot";

  private final Database database;
  private final ConversationStore conversations;
  private final SeenStore seen;

  ConfirmedStore(Database database) {
    this.database = database;
    this.conversations = new ConversationStore(database);
    this.seen = new SeenStore(database);
  }

  /** The file itself. */
  Database database() {
    return database;
  }

  /** Messages and history. */
  public ConversationStore conversations() {
    return conversations;
  }

  /** What this person has read. */
  public SeenStore seen() {
    return seen;
  }

  /** Whether the copy is that of {@code owner}, in this program's shape. */
  boolean isOf(String owner) {
    return database
        .in(handle -> Meta.read(handle, OWNER, Owner.class))
        .filter(new Owner(owner, VERSION)::equals)
        .isPresent();
  }

  void assign(String owner) {
    database.run(handle -> Meta.write(handle, OWNER, new Owner(owner, VERSION)));
  }

  /** Up to where the copy follows the server; empty before the first snapshot is through. */
  public Optional<Position> position() {
    return database.in(handle -> Meta.read(handle, POSITION, Position.class));
  }

  /** The snapshot that was under way. */
  public Optional<SnapshotProgress> snapshot() {
    return database.in(handle -> Meta.read(handle, SNAPSHOT, SnapshotProgress.class));
  }

  /** Hands every ticket to {@code each}, in no order. */
  public void tickets(Consumer<Ticket> each) {
    database.run(
        handle ->
            handle
                .createQuery("SELECT body FROM tickets")
                .setFetchSize(1_000)
                .mapTo(byte[].class)
                .forEach(body -> each.accept(Json.readTrusted(body, Ticket.class))));
  }

  /** One ticket, with its description. */
  public Optional<Ticket> ticket(UUID id) {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT body FROM tickets WHERE id = ?")
                .bind(0, id)
                .mapTo(byte[].class)
                .findOne()
                .map(body -> Json.readTrusted(body, Ticket.class)));
  }

  public List<Agent> agents() {
    return deskRows(EntityType.AGENT, Agent.class);
  }

  public List<Department> departments() {
    return deskRows(EntityType.DEPARTMENT, Department.class);
  }

  public List<Category> categories() {
    return deskRows(EntityType.CATEGORY, Category.class);
  }

  /** Applies whole transactions of the stream with what they make unread; moves the position on. */
  public void apply(Batch batch, Map<UUID, SeenStore.Seen> unread, Position next) {
    database.run(
        handle -> {
          write(handle, batch, generation(handle));
          seen.write(handle, unread);
          Meta.write(handle, POSITION, next);
        });
  }

  /** Applies a page of a snapshot. */
  public void applyPage(Batch page, SnapshotProgress progress) {
    database.run(
        handle -> {
          write(handle, page, progress.generation());
          Meta.write(handle, SNAPSHOT, progress);
        });
  }

  /** Makes a new start: the rows stay, to be looked at, until {@link #finishSnapshot}. */
  public void beginSnapshot(SnapshotProgress progress) {
    database.run(handle -> Meta.write(handle, SNAPSHOT, progress));
  }

  /**
   * Ends a snapshot: what it has not brought is purged, and the copy stands at its target.
   * Conversations may have missed something meanwhile, so each is loaded afresh when opened.
   *
   * @return the tickets that were purged
   */
  public List<UUID> finishSnapshot(SnapshotProgress progress) {
    return database.in(
        handle -> {
          List<UUID> gone =
              handle
                  .createQuery("SELECT id FROM tickets WHERE generation < ?")
                  .bind(0, progress.generation())
                  .mapTo(UUID.class)
                  .list();
          purge(handle, gone);
          handle.execute("DELETE FROM desk_rows WHERE generation < ?", progress.generation());
          boolean sameLog =
              Meta.read(handle, POSITION, Position.class)
                  .filter(old -> old.epoch().equals(progress.target().epoch()))
                  .isPresent();
          conversations.forget(handle, sameLog);
          Meta.write(handle, POSITION, progress.target());
          Meta.delete(handle, SNAPSHOT);
          Meta.write(handle, Generation.NAME, new Generation(progress.generation()));
          return gone;
        });
  }

  /** The number for the next snapshot's rows. */
  public int nextGeneration() {
    return database.in(
        handle ->
            1
                + Math.max(
                    generation(handle),
                    Meta.read(handle, SNAPSHOT, SnapshotProgress.class)
                        .map(SnapshotProgress::generation)
                        .orElse(0)));
  }

  @Override
  public void close() {
    database.close();
  }

  private static int generation(Handle handle) {
    return Meta.read(handle, Generation.NAME, Generation.class).map(Generation::number).orElse(0);
  }

  private void write(Handle handle, Batch batch, int generation) {
    List<UUID> gone = new ArrayList<>(batch.purged());
    PreparedBatch puts =
        handle.prepareBatch("MERGE INTO tickets (id, generation, body) KEY (id) VALUES (?, ?, ?)");
    batch
        .tickets()
        .forEach(
            (id, ticket) -> ticket.ifPresent(row -> puts.add(id, generation, Json.bytes(row))));
    purge(handle, gone);
    execute(puts);
    batch.deskRows().forEach((kind, rows) -> writeDesk(handle, kind, rows, generation));
    conversations.write(handle, batch);
  }

  private static void writeDesk(
      Handle handle, EntityType kind, Map<String, Optional<?>> rows, int generation) {
    PreparedBatch puts =
        handle.prepareBatch(
            "MERGE INTO desk_rows (kind, id, generation, body) KEY (kind, id) VALUES (?, ?, ?, ?)");
    PreparedBatch removals = handle.prepareBatch("DELETE FROM desk_rows WHERE kind = ? AND id = ?");
    rows.forEach(
        (id, row) -> {
          if (row.isPresent()) {
            puts.add(kind.wire(), id, generation, Json.bytes(row.get()));
          } else {
            removals.add(kind.wire(), id);
          }
        });
    execute(removals);
    execute(puts);
  }

  private void purge(Handle handle, List<UUID> tickets) {
    PreparedBatch rows = handle.prepareBatch("DELETE FROM tickets WHERE id = ?");
    tickets.forEach(rows::add);
    execute(rows);
    conversations.purge(handle, tickets);
    seen.purge(handle, tickets);
  }

  private <T> List<T> deskRows(EntityType kind, Class<T> type) {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT body FROM desk_rows WHERE kind = ?")
                .bind(0, kind.wire())
                .mapTo(byte[].class)
                .map(body -> Json.readTrusted(body, type))
                .list());
  }

  static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private record Owner(String owner, int version) {}

  private record Generation(int number) {
    static final String NAME = "generation";
  }
}
