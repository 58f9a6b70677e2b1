package io.deskhand.console.bulk;

import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verb would do to some tickets, by the table of the ticket's life.
 *
 * @param possible those that it can be done to
 * @param refused how many it cannot be done to, by the reason in words
 */
record BulkPreview(List<UUID> possible, Map<String, Integer> refused) {
  /** {@code target} is the wished status, for {@link Job.Kind#STATUS}. */
  static BulkPreview of(Job.Kind kind, @Nullable Status target, List<Ticket> tickets) {
    Map<String, Integer> refused = new TreeMap<>();
    List<UUID> possible = new ArrayList<>();
    for (Ticket ticket : tickets) {
      Optional<String> why = refusal(kind, target, ticket.status());
      if (why.isPresent()) {
        refused.merge(why.get(), 1, Integer::sum);
      } else {
        possible.add(ticket.id());
      }
    }
    return new BulkPreview(possible, refused);
  }

  private static Optional<String> refusal(Job.Kind kind, @Nullable Status target, Status from) {
    return switch (kind) {
      case ASSIGN -> refusal(from, Verb.ASSIGN);
      case RESOLVE -> refusal(from, Verb.RESOLVE);
      case ESCALATE -> refusal(from, Verb.ESCALATE);
      case STATUS -> target == null ? Optional.empty() : refusal(from, target);
      case NOTIFY, UNDO -> Optional.empty();
    };
  }

  private static Optional<String> refusal(Status from, Verb verb) {
    return Lifecycle.allows(from, verb)
        ? Optional.empty()
        : Optional.of(String.valueOf(new InvalidTransition(from, verb).getMessage()));
  }

  private static Optional<String> refusal(Status from, Status target) {
    try {
      Lifecycle.verbTo(from, target);
      return Optional.empty();
    } catch (InvalidTransition e) {
      return Optional.of(words(from) + " → " + words(target));
    }
  }

  private static String words(Status status) {
    return status.wire().replace('_', ' ');
  }
}
