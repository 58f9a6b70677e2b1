package io.deskhand.console.ticket;

import io.deskhand.model.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pane shows of its ticket.
 *
 * @param ticket null unless {@link Phase#SHOWN}
 * @param others who else has it open, by name
 * @param onTheirWay changes that are not confirmed yet, messages left out
 * @param troubles changes that were refused or are held
 * @param keptWords what the agent had typed, when it is {@link Phase#GONE}
 */
record TicketFace(
    Phase phase,
    @Nullable Ticket ticket,
    List<String> others,
    int onTheirWay,
    List<Trouble> troubles,
    String keptWords) {
  static final TicketFace NONE = of(Phase.NONE);

  TicketFace {
    others = List.copyOf(others);
    troubles = List.copyOf(troubles);
  }

  /** What the pane shows. */
  enum Phase {
    /** No ticket is chosen. */
    NONE,
    LOADING,
    SHOWN,
    /** It was deleted, or this person may not see it any more. */
    GONE,
    /** Not in the cache, and no server to ask. */
    NOT_HERE
  }

  static TicketFace of(Phase phase) {
    return new TicketFace(phase, null, List.of(), 0, List.of(), "");
  }
}
