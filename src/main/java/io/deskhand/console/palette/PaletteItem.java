package io.deskhand.console.palette;

import io.deskhand.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * A line of the palette.
 *
 * @param keys what is printed at its end; empty if nothing is
 * @param status a ticket's status; null for a command
 * @param refusal why it cannot be chosen; empty if it can
 */
record PaletteItem(
    String group,
    String icon,
    String title,
    String detail,
    String keys,
    @Nullable Status status,
    String refusal,
    Runnable action) {
  boolean isAllowed() {
    return refusal.isEmpty();
  }
}
