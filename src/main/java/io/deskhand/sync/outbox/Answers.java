package io.deskhand.sync.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.BadJson;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Json;
import io.deskhand.sync.Intent;
import org.jspecify.annotations.Nullable;

/** What the server answers to an intent that it has carried out. */
final class Answers {
  private Answers() {}

  /**
   * What is known from an answer.
   *
   * @param version of the ticket or agent with the effect in it; null where the answer has none
   * @param ticket the ticket as it is afterwards, where that is the answer
   */
  record Effect(@Nullable Long version, @Nullable Ticket ticket) {
    static final Effect UNKNOWN = new Effect(null, null);
  }

  static Job job(byte[] answer) {
    return Json.read(answer, JobAccepted.class).job();
  }

  /** Reads an answer; one that cannot be read was still a yes. */
  static Effect read(Intent intent, byte[] answer) {
    try {
      return switch (intent) {
        case Intent.Say _, Intent.Bulk _ -> Effect.UNKNOWN;
        case Intent.SetMyStatus _ -> new Effect(version(Json.parse(answer)), null);
        default -> of(Json.read(answer, Ticket.class));
      };
    } catch (BadJson e) {
      return Effect.UNKNOWN;
    }
  }

  private static Effect of(Ticket ticket) {
    return new Effect(ticket.version(), ticket);
  }

  private static @Nullable Long version(JsonNode answer) {
    return answer.path("version").canConvertToLong() ? answer.path("version").asLong() : null;
  }
}
