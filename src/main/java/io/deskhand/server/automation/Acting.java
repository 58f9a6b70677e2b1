package io.deskhand.server.automation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.model.Activity;
import io.deskhand.model.RuleAction;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.WireEnum;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.EscalateRequest;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.NotifyRequest;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Verbs;
import io.deskhand.server.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes the actions of a rule or a macro on one ticket, in the transaction that is running. What
 * cannot be done throws as its verb does.
 */
public final class Acting {
  static final String LEAD = "lead";
  private final Tx tx;
  private final Verbs verbs;
  private final UUID ticketId;

  /**
   * @param verbs of whoever acts
   */
  public Acting(Tx tx, Verbs verbs, UUID ticketId) {
    this.tx = tx;
    this.verbs = verbs;
    this.ticketId = ticketId;
  }

  /** The ticket as it is at this moment. */
  public Ticket ticket() {
    return tx.tickets().find(ticketId).orElseThrow();
  }

  /** Does what {@code action} says. */
  public void take(RuleAction action) {
    switch (action.type()) {
      case SET_STATUS ->
          verbs.setStatus(ticketId, WireEnum.parse(Status.class, value(action)).orElseThrow());
      case SET_PRIORITY -> set("priority", action);
      case SET_CATEGORY -> set("category", action);
      case SET_DEPARTMENT -> set("departmentId", action);
      case ADD_TAGS -> addTags(action.values());
      case REMOVE_TAGS -> removeTags(action.values());
      case ASSIGN ->
          verbs.assign(ticketId, new AssignRequest(null, UUID.fromString(value(action)), null));
      case AUTO_ASSIGN -> autoAssign();
      case ESCALATE -> escalate(action);
      case ADD_NOTE -> verbs.addNote(ticketId, text(action));
      case ADD_ACTIVITY -> addActivity(text(action));
      case NOTIFY -> tell(value(action), text(action));
    }
  }

  private void set(String field, RuleAction action) {
    verbs.update(ticketId, TicketPatch.read(Json.object().put(field, value(action))));
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
    verbs.update(ticketId, TicketPatch.read(patch));
  }

  /** Only what nobody has, and only where somebody can take it. */
  private void autoAssign() {
    Ticket ticket = ticket();
    boolean free = ticket.assignedTo() == null && ticket.escalatedTo() == null;
    if (free && tx.staff().leastBusy(ticket.departmentId(), 1, null).isPresent()) {
      verbs.assign(ticketId, new AssignRequest(null, null, true));
    }
  }

  private void escalate(RuleAction action) {
    Integer tier = action.values().isEmpty() ? null : Integer.valueOf(value(action));
    verbs.escalate(ticketId, new EscalateRequest(null, text(action), null, null, tier));
  }

  private void tell(String to, String message) {
    if (to.equals(LEAD)) {
      verbs.notifyLeads(ticketId, message);
    } else {
      verbs.notify(
          ticketId, WireEnum.parse(NotifyRequest.Recipient.class, to).orElseThrow(), message);
    }
  }

  private void addActivity(String subject) {
    Ticket ticket = ticket();
    tx.activities().insert(NewActivity.of(tx, ticket, Activity.Type.TASK, subject), ticket);
  }

  private static String value(RuleAction action) {
    return action.values().getFirst();
  }

  private static String text(RuleAction action) {
    return Objects.requireNonNull(action.text(), "checked when the rule was stored");
  }
}
