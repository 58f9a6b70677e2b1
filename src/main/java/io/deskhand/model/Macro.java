package io.deskhand.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A canned reply, and what is done along with it.
 *
 * @param body the reply, with placeholders such as {@code {{customer.name}}}; null for none
 * @param internal whether the reply is a note that the customer never sees
 * @param actions what is done to the ticket after the reply, in this order
 * @param version 1 for a new one, and one more with every change
 */
public record Macro(
    UUID id,
    String name,
    @Nullable String body,
    boolean internal,
    List<RuleAction> actions,
    boolean shared,
    @Nullable UUID departmentId,
    UUID ownerId,
    int position,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Shareable {
  public Macro {
    actions = List.copyOf(actions);
  }
}
