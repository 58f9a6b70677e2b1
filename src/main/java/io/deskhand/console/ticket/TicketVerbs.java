package io.deskhand.console.ticket;

import io.deskhand.console.bind.DeskContext;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.sync.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does things to the ticket that is open; does nothing when there is none. FX thread only. */
final class TicketVerbs {
  private final TicketViewModel model;
  private final UUID me;

  TicketVerbs(TicketViewModel model, DeskContext at) {
    this.model = model;
    this.me = at.desk().me().id();
  }

  void take() {
    submit(ticket -> new Intent.Assign(ticket.id(), me));
  }

  /** {@code agentId} null: the desk chooses. */
  void assign(@Nullable UUID agentId) {
    submit(ticket -> new Intent.Assign(ticket.id(), agentId));
  }

  void escalate(String reason, @Nullable UUID agentId, @Nullable UUID departmentId) {
    submit(ticket -> new Intent.Escalate(ticket.id(), reason.strip(), agentId, departmentId, null));
  }

  void resolve(String resolution) {
    submit(ticket -> new Intent.Resolve(ticket.id(), resolution.strip()));
  }

  void closeTicket() {
    submit(ticket -> new Intent.Close(ticket.id()));
  }

  void reopen(String reason) {
    submit(ticket -> new Intent.Reopen(ticket.id(), reason.strip()));
  }

  void setStatus(Status status) {
    submit(ticket -> new Intent.SetStatus(ticket.id(), status));
  }

  void setPriority(Priority priority) {
    if (model.ticket() != null && model.ticket().priority() != priority) {
      patch("priority", priority.wire());
    }
  }

  /** An empty subject, or the same one, changes nothing. */
  void setSubject(String subject) {
    String wanted = subject.strip();
    Ticket ticket = model.ticket();
    if (ticket != null && !wanted.isEmpty() && !wanted.equals(ticket.subject())) {
      patch("subject", wanted);
    }
  }

  void addTag(String tag) {
    String wanted = tag.strip();
    Ticket ticket = model.ticket();
    if (ticket != null && !wanted.isEmpty() && !ticket.tags().contains(wanted)) {
      List<String> tags = new ArrayList<>(ticket.tags());
      tags.add(wanted);
      patch("tags", tags);
    }
  }

  void removeTag(String tag) {
    Ticket ticket = model.ticket();
    if (ticket != null) {
      patch("tags", ticket.tags().stream().filter(one -> !one.equals(tag)).toList());
    }
  }

  private void patch(String field, Object value) {
    TicketPatch patch = TicketPatch.read(Json.tree(Map.of(field, value)));
    submit(ticket -> new Intent.Update(ticket.id(), patch));
  }

  private void submit(Function<Ticket, Intent> intent) {
    Ticket ticket = model.ticket();
    if (ticket != null) {
      model.submit(intent.apply(ticket));
    }
  }
}
