package io.deskhand.sync.cache;

import io.deskhand.protocol.Json;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The few single values of a file, in its table {@code meta}. */
final class Meta {
  private Meta() {}

  static <T> Optional<T> read(Handle handle, String name, Class<T> type) {
    return handle
        .createQuery("SELECT body FROM meta WHERE name = ?")
        .bind(0, name)
        .mapTo(byte[].class)
        .findOne()
        .map(body -> Json.readTrusted(body, type));
  }

  static void write(Handle handle, String name, Object value) {
    handle.execute(
        "MERGE INTO meta (name, body) KEY (name) VALUES (?, ?)", name, Json.bytes(value));
  }

  static void delete(Handle handle, String name) {
    handle.execute("DELETE FROM meta WHERE name = ?", name);
  }
}
