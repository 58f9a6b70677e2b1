package io.deskhand.protocol;

import java.util.List;
import java.util.UUID;

/**
 * The data of {@code viewers}: the staff who have the ticket open, the receiver included, on
 * whichever server.
 *
 * @param viewers the first of them, at most {@link Limits#VIEWERS}
 * @param count how many there are
 */
public record Viewers(UUID ticketId, List<Viewer> viewers, int count) {
  /** Somebody who has the ticket open. */
  public record Viewer(UUID id, String name) {}
}
