package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import io.deskhand.sync.Drafts.Draft;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Drafts on disk, of one person at one server. Thread-safe; fails as {@link OutboxStore} does. */
public final class DraftStore {
  private final Database database;
  private final String owner;

  DraftStore(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  public List<Draft> all() {
    return database.in(
        handle ->
            handle
                .createQuery("SELECT body FROM drafts WHERE owner = ?")
                .bind(0, owner)
                .mapTo(byte[].class)
                .map(body -> Json.readTrusted(body, Draft.class))
                .list());
  }

  /** Puts a draft on disk, flushed; an empty one is removed. */
  public void save(Draft draft) {
    save(draft, List.of());
  }

  /** The same, and with it how far the intents are whose words it has; all of it or nothing. */
  public void save(Draft draft, List<StoredIntent> returned) {
    database.run(
        handle -> {
          if (draft.isEmpty()) {
            remove(handle, draft.ticketId());
          } else {
            write(handle, draft);
          }
          returned.forEach(intent -> OutboxStore.update(handle, intent));
        });
  }

  private void write(Handle handle, Draft draft) {
    handle.execute(
        "MERGE INTO drafts (owner, ticket_id, body) KEY (owner, ticket_id) VALUES (?, ?, ?)",
        owner,
        draft.ticketId(),
        Json.bytes(draft));
  }

  private void remove(Handle handle, UUID ticketId) {
    handle.execute("DELETE FROM drafts WHERE owner = ? AND ticket_id = ?", owner, ticketId);
  }
}
