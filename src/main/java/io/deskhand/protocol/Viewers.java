package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;

/** The data of {@code viewers}: the staff who have the ticket open, the receiver included. */
public record Viewers(UUID ticketId, List<Viewer> viewers) {
  /** Somebody who has the ticket open. */
  public record Viewer(UUID id, String name) {}
}
