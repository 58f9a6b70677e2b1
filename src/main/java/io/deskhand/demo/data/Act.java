package io.deskhand.demo.data;

import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happens to a ticket after it was made. A {@code by} of null is the desk itself.
 */
sealed interface Act {
  /** The customer writes. */
  record Writes(String text) implements Act {}

  /** The desk writes, such as what was said on the phone. */
  record Records(String text) implements Act {}

  /** An agent answers. */
  record Answers(Agent by, String text) implements Act {}

  /** An agent notes something for colleagues. */
  record Notes(Agent by, String text) implements Act {}

  /** The ticket is given to somebody. */
  record Assigns(@Nullable Agent by, Agent to) implements Act {}

  /** The ticket is passed on to a higher tier. */
  record Escalates(Agent by, Agent to, String reason) implements Act {}

  /** An agent sets another state. */
  record Moves(Agent by, Status to) implements Act {}

  /** An agent says that it is solved. */
  record Resolves(Agent by, String resolution) implements Act {}

  /** The ticket is closed. */
  record Closes(@Nullable Agent by) implements Act {}

  /** The customer rates it. */
  record Rates(int score, @Nullable String comment) implements Act {}
}
