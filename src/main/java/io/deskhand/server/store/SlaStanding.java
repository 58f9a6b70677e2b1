package io.deskhand.server.store;

import io.deskhand.model.sla.SlaMark;
import java.util.UUID;

/** What statistics want to know of a ticket's clock. */
public record SlaStanding(UUID ticketId, SlaMark firstResponse, SlaMark resolution, int reopened) {}
