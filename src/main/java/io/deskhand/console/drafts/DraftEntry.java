package io.deskhand.console.drafts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the panel shows it.
 *
 * @param subject its ticket's; null if this person does not see that ticket any more
 * @param note whether it was to be an internal note
 */
record DraftEntry(
    UUID ticketId, @Nullable String subject, String text, boolean note, Instant savedAt) {
  /** Whether the ticket is still here to go on with. */
  boolean isWithinReach() {
    return subject != null;
  }
}
