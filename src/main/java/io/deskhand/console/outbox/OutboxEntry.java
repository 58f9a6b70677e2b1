package io.deskhand.console.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent as the panel shows it.
 *
 * @param kind what it does: the key of its words, {@code intent.<kind>}
 * @param subject what it is for: a ticket's subject, how many tickets, or an empty text
 * @param detail its own words, such as a reply's; or an empty text
 * @param story how far it is, what keeps it, and where its words are
 * @param open whether its ticket can be shown
 * @param needsLook whether a person must decide
 * @param refused whether the server said no for good
 * @param hasWords whether it can become a draft again, and is none yet
 */
record OutboxEntry(
    UUID id,
    @Nullable UUID ticketId,
    String kind,
    String subject,
    String detail,
    String story,
    boolean open,
    boolean needsLook,
    boolean refused,
    boolean hasWords,
    Instant since) {}
