package io.deskhand.protocol;

import io.deskhand.model.WireEnum;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/tickets/{id}/notify; {@code to} is {@code customer} (the default) or
 * {@code assignee}.
 */
public record NotifyRequest(@Nullable String message, @Nullable Recipient to) {
  /** Who is told. */
  public enum Recipient implements WireEnum {
    CUSTOMER,
    ASSIGNEE
  }
}
