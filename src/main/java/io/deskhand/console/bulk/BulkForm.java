package io.deskhand.console.bulk;

import io.deskhand.model.Agent;
import io.deskhand.model.Status;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.sync.Intent;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What a verb still has to be told. FX thread only. */
final class BulkForm {
  private final ObjectProperty<@Nullable Agent> agent = new SimpleObjectProperty<>();
  private final ObjectProperty<Status> status = new SimpleObjectProperty<>(Status.PENDING);
  private final StringProperty words = new SimpleStringProperty("");

  /** Null: the server chooses. */
  ObjectProperty<@Nullable Agent> agentProperty() {
    return agent;
  }

  ObjectProperty<Status> statusProperty() {
    return status;
  }

  /** The resolution, the reason, or the message. */
  StringProperty wordsProperty() {
    return words;
  }

  void clear() {
    agent.set(null);
    words.set("");
  }

  /** Whether there is enough for this verb. */
  boolean isComplete(Job.Kind kind) {
    return switch (kind) {
      case ASSIGN, STATUS, UNDO -> true;
      case RESOLVE, ESCALATE, NOTIFY -> !words.get().isBlank();
    };
  }

  /** The verb for one ticket by itself. */
  Intent intent(Job.Kind kind, UUID ticket) {
    Agent to = agent.get();
    String text = words.get().strip();
    return switch (kind) {
      case ASSIGN -> new Intent.Assign(ticket, to == null ? null : to.id());
      case STATUS -> new Intent.SetStatus(ticket, status.get());
      case RESOLVE -> new Intent.Resolve(ticket, text);
      case ESCALATE -> new Intent.Escalate(ticket, text, null, null, null);
      case NOTIFY, UNDO -> throw new IllegalArgumentException("only a job does " + kind);
    };
  }

  BulkRequest request(Job.Kind kind, List<UUID> ids) {
    Agent to = agent.get();
    String text = words.get().strip();
    boolean assign = kind == Job.Kind.ASSIGN;
    boolean auto = assign && to == null;
    boolean tell = kind == Job.Kind.NOTIFY;
    return new BulkRequest(
        ids,
        null,
        to == null || !assign ? null : to.id(),
        auto ? true : null,
        kind == Job.Kind.RESOLVE ? text : null,
        kind == Job.Kind.STATUS ? status.get() : null,
        tell ? text : null,
        tell ? NotifyRequest.Recipient.CUSTOMER : null,
        kind == Job.Kind.ESCALATE ? text : null,
        null,
        null);
  }
}
