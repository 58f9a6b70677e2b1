package io.deskhand.server.automation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.RuleAction;
import io.deskhand.model.Ticket;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.Verbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Takes the actions of a rule, by the desk's own verbs. */
final class Acting {
  static final String LEAD = "lead";
  private final Happened change;
  private final Verbs desk;
  private final UUID ticketId;

  Acting(Happened change) {
    this.change = change;
    this.desk = change.desk();
    this.ticketId = change.ticket().id();
  }

  /** The ticket as it is at this moment. */
  Ticket ticket() {
    return change.tx().tickets().find(ticketId).orElseThrow();
  }

  void take(RuleAction action) {
    switch (action.type()) {
      case SET_PRIORITY -> set("priority", action);
      case SET_CATEGORY -> set("category", action);
      case SET_DEPARTMENT -> set("departmentId", action);
      case ADD_TAGS -> addTags(action.values());
      case REMOVE_TAGS -> removeTags(action.values());
      case ASSIGN ->
          desk.assign(ticketId, new AssignRequest(null, UUID.fromString(value(action)), null));
      case AUTO_ASSIGN -> autoAssign();
      case ESCALATE -> escalate(action);
      case ADD_NOTE -> desk.addNote(ticketId, text(action));
      case NOTIFY -> tell(value(action), text(action));
    }
  }

  private void set(String field, RuleAction action) {
    desk.update(ticketId, TicketPatch.read(Json.object().put(field, value(action))));
  }

  private void addTags(List<String> wanted) {
    List<String> tags = new ArrayList<>(ticket().tags());
    wanted.stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    setTags(tags);
  }

  private void removeTags(List<String> unwanted) {
    setTags(ticket().tags().stream().filter(tag -> !unwanted.contains(tag)).toList());
  }

  private void setTags(List<String> tags) {
    ObjectNode patch = Json.object();
    patch.set("tags", Json.tree(tags));
    desk.update(ticketId, TicketPatch.read(patch));
  }

  /** Only what nobody has, and only where somebody can take it. */
  private void autoAssign() {
    Ticket ticket = ticket();
    boolean free = ticket.assignedTo() == null && ticket.escalatedTo() == null;
    if (free && change.tx().staff().leastBusy(ticket.departmentId(), 1, null).isPresent()) {
      desk.assign(ticketId, new AssignRequest(null, null, true));
    }
  }

  private void escalate(RuleAction action) {
    Integer tier = action.values().isEmpty() ? null : Integer.valueOf(value(action));
    desk.escalate(ticketId, new EscalateRequest(null, text(action), null, null, tier));
  }

  private void tell(String to, String message) {
    if (to.equals(LEAD)) {
      desk.notifyLeads(ticketId, message);
    } else {
      desk.notify(
          ticketId, WireEnum.parse(NotifyRequest.Recipient.class, to).orElseThrow(), message);
    }
  }

  private static String value(RuleAction action) {
    return action.values().getFirst();
  }

  private static String text(RuleAction action) {
    return Objects.requireNonNull(action.text(), "checked when the rule was stored");
  }
}
