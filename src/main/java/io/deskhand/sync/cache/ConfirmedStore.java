package io.deskhand.sync.cache;

import io.deskhand.model.Agent;
import io.deskhand.model.Category;
import io.deskhand.model.Department;
import io.deskhand.protocol.EntityType;
import io.deskhand.protocol.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The confirmed copy on disk: what the server has said, and up to where. Rows and position are
 * written in one transaction. Thread-safe. Methods fail with {@code SyncException} DISK_FULL or
 * CACHE_DAMAGED, and then have changed nothing.
 */
public final class ConfirmedStore implements AutoCloseable {
  /** Another number means: this file is of another program version, make a new one. */
  public static final int VERSION = 4;

  private static final String OWNER = "owner";
  private static final String COPY = "copy";
  private static final String POSITION = "position";
  private static final String SNAPSHOT = "snapshot";

  private final Database database;
  private final TicketStore tickets;
  private final Unindexed unindexed;
  private final ConversationStore conversations;
  private final SeenStore seen;

  ConfirmedStore(Database database) {
    this.database = database;
    this.tickets = new TicketStore(database);
    this.unindexed = new Unindexed(database);
    this.conversations = new ConversationStore(database, unindexed);
    this.seen = new SeenStore(database);
  }

  /** The file itself. */
  Database database() {
    return database;
  }

  /** The tickets themselves. */
  public TicketStore tickets() {
    return tickets;
  }

  /** Messages and history. */
  public ConversationStore conversations() {
    return conversations;
  }

  /** What the search index may not have yet. */
  public Unindexed unindexed() {
    return unindexed;
  }

  /** Which copy this is: another file has another one. */
  public UUID id() {
    return database.in(handle -> Meta.read(handle, COPY, Copy.class)).orElseThrow().id();
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
    database.run(
        handle -> {
          Meta.write(handle, OWNER, new Owner(owner, VERSION));
          Meta.write(handle, COPY, new Copy(UUID.randomUUID()));
        });
  }

  /** Up to where the copy follows the server; empty before the first snapshot is through. */
  public Optional<Position> position() {
    return database.in(handle -> Meta.read(handle, POSITION, Position.class));
  }

  /** The snapshot that was under way. */
  public Optional<SnapshotProgress> snapshot() {
    return database.in(handle -> Meta.read(handle, SNAPSHOT, SnapshotProgress.class));
  }

  /** The server's log that the newest of its rows are of; empty before the first snapshot. */
  public Optional<UUID> epoch() {
    return snapshot().map(SnapshotProgress::target).or(this::position).map(Position::epoch);
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
          Unindexed.note(handle, batch.touched());
          Meta.write(handle, POSITION, next);
        });
    unindexed.tell();
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
    List<UUID> purged =
        database.change(
            handle -> {
              Optional<Position> before = Meta.read(handle, POSITION, Position.class);
              boolean nothingOlder = before.isEmpty() && progress.generation() == 1;
              List<UUID> gone =
                  nothingOlder ? List.of() : tickets.notBrought(handle, progress.generation());
              purge(handle, gone);
              handle.execute("DELETE FROM desk_rows WHERE generation < ?", progress.generation());
              boolean sameLog =
                  before.filter(old -> old.epoch().equals(progress.target().epoch())).isPresent();
              conversations.forget(handle, sameLog);
              Meta.write(handle, POSITION, progress.target());
              Meta.delete(handle, SNAPSHOT);
              Meta.write(handle, Generation.NAME, new Generation(progress.generation()));
              Unindexed.noteAll(handle);
              return gone;
            });
    unindexed.tell();
    return purged;
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
    purge(handle, List.copyOf(batch.purged()));
    tickets.put(handle, batch, generation);
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

  private void purge(Handle handle, List<UUID> gone) {
    tickets.purge(handle, gone);
    conversations.purge(handle, gone);
    seen.purge(handle, gone);
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

  private record Copy(UUID id) {}

  private record Owner(String owner, int version) {}

  private record Generation(int number) {
    static final String NAME = "generation";
  }
}
