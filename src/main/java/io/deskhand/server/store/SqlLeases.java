package io.deskhand.server.store;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Leases in a table. Works run one after the other over all servers, so nothing races. */
final class SqlLeases implements Leases {
  private final Handle handle;
  private final UUID server;
  private final Instant now;

  SqlLeases(Handle handle, UUID server, Instant now) {
    this.handle = handle;
    this.server = server;
    this.now = now;
  }

  @Override
  public boolean take(String name, Duration length) {
    Instant end = now.plus(length);
    int renewed =
        handle.execute(
            """
            UPDATE leases SET server = ?, ends_at = ?
            WHERE name = ? AND (server = ? OR ends_at <= ?)\
            """,
            server,
            end,
            name,
            server,
            now);
    return renewed > 0
        || handle.execute(
                """
                INSERT INTO leases (name, server, ends_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING\
                """,
                name,
                server,
                end)
            > 0;
  }

  @Override
  public void release(String name) {
    handle.execute("DELETE FROM leases WHERE name = ? AND server = ?", name, server);
  }

  @Override
  public void forgetEnded() {
    handle.execute("DELETE FROM leases WHERE ends_at <= ?", now);
  }
}
