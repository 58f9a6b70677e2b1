package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /support/tickets/{id}/messages, and the data of {@code send_message}, which also
 * names the ticket. {@code id} is made by the sender; {@code body} may be missing where files say
 * it all.
 */
public record SendMessage(
    @Nullable UUID id,
    @Nullable UUID ticketId,
    @Nullable String body,
    @Nullable Boolean internal,
    @Nullable List<UUID> attachmentIds) {}
