package io.deskhand.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.WireEnum;
import org.jspecify.annotations.Nullable;

/**
 * One row of a session's stream: {@code put} carries the row as it is after the change in {@code
 * data} (a {@code Ticket}, {@code Message}, {@code HistoryEntry}, {@code Agent}, {@code Department}
 * or {@code Category}); {@code remove} says that it was deleted or left the session's scope. {@code
 * id} is the UUID, or a category's key.
 */
public record Change(long seq, EntityType entity, String id, Op op, @Nullable JsonNode data) {
  /** Whether the row is there after the change. */
  public enum Op implements WireEnum {
    PUT,
    REMOVE
  }
}
