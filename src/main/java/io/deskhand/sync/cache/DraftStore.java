package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import io.deskhand.sync.Drafts.Draft;
import java.util.List;
import java.util.UUID;

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
    if (draft.text().isEmpty()) {
      remove(draft.ticketId());
    } else {
      database.run(
          handle ->
              handle.execute(
                  "MERGE INTO drafts (owner, ticket_id, body) KEY (owner, ticket_id)"
                      + " VALUES (?, ?, ?)",
                  owner,
                  draft.ticketId(),
                  Json.bytes(draft)));
    }
  }

  private void remove(UUID ticketId) {
    database.run(
        handle ->
            handle.execute(
                "DELETE FROM drafts WHERE owner = ? AND ticket_id = ?", owner, ticketId));
  }
}
