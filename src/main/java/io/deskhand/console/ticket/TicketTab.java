package io.deskhand.console.ticket;

import io.deskhand.model.WireEnum;

/** What the pane shows below the header. */
enum TicketTab implements WireEnum {
  CONVERSATION,
  HISTORY,
  DETAILS
}
