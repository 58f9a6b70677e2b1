package io.deskhand.sync.outbox;

import io.deskhand.model.InvalidTransition;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Intent;
import io.deskhand.sync.cache.StoredIntent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps an intent, told from the ticket as it is now: so it is never older than what the
 * screen shows beside it, and nothing of it has to be kept.
 */
final class Conflicts {
  private Conflicts() {}

  /** The conflict of an intent; null if there is none, or none that is more than words. */
  static @Nullable Conflict of(StoredIntent stored, @Nullable Ticket now) {
    return switch (stored.state()) {
      case HELD -> new Conflict.MovedOn(stored.base().messages());
      case REFUSED, RETURNED -> refused(stored, now);
      case QUEUED, SENDING, APPLIED, WAITING -> null;
    };
  }

  private static @Nullable Conflict refused(StoredIntent stored, @Nullable Ticket now) {
    Intent intent = stored.intent();
    if (intent.ticketId() == null || intent instanceof Intent.Create) {
      return null;
    }
    if (now == null) {
      return new Conflict.OutOfReach();
    }
    List<Conflict.Field> fields = Fields.clashes(intent, stored.base(), now);
    if (!fields.isEmpty()) {
      return new Conflict.SameFields(fields);
    }
    return isPossible(intent, now.status()) ? null : new Conflict.NotPossible(now.status());
  }

  private static boolean isPossible(Intent intent, Status now) {
    return switch (intent) {
      case Intent.SetStatus wish -> leadsTo(now, wish.status());
      case Intent.Assign ignored -> Lifecycle.allows(now, Verb.ASSIGN);
      case Intent.Escalate ignored -> Lifecycle.allows(now, Verb.ESCALATE);
      case Intent.Resolve ignored -> Lifecycle.allows(now, Verb.RESOLVE);
      case Intent.Close ignored -> Lifecycle.allows(now, Verb.CLOSE);
      case Intent.Reopen ignored -> Lifecycle.allows(now, Verb.REOPEN);
      default -> true;
    };
  }

  private static boolean leadsTo(Status now, Status target) {
    try {
      Lifecycle.verbTo(now, target);
      return true;
    } catch (InvalidTransition refused) {
      return false;
    }
  }
}
