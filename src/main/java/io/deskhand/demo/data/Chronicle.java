package io.deskhand.demo.data;

import io.deskhand.model.Agent;
import io.deskhand.model.Customer;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Ids;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to one ticket, as the server would have done it: the ticket's fields,
 * the conversation and the history. An act that the ticket's life does not allow throws.
 */
final class Chronicle {
  private static final String DESK = "Deskhand";
  private final Customer customer;
  private final RandomGenerator random;
  private final TicketBuilder ticket;
  private final UUID id;
  private final Conversation conversation;
  private final List<HistoryEntry> history = new ArrayList<>();

  /** What the act of the moment changed. */
  private final List<FieldChange> changes = new ArrayList<>();

  private Status status = Status.OPEN;
  private @Nullable Agent assignee;
  private @Nullable Agent specialist;
  private @Nullable String resolution;
  private boolean answered;
  private long version = 1;

  /** Begins with {@code fresh}, a ticket that {@code customer} has just made. */
  Chronicle(Ticket fresh, Customer customer, RandomGenerator random) {
    this.customer = customer;
    this.random = random;
    this.ticket = fresh.toBuilder();
    this.id = fresh.id();
    this.conversation = new Conversation(id, random);
    record(HistoryAction.TICKET_CREATED, customer.id(), customer.name(), null, fresh.createdAt());
  }

  /** Adds {@code act}; times have to ascend. */
  void add(Act act, Instant at) {
    switch (act) {
      case Act.Writes writes -> write(writes.text(), at);
      case Act.Records records -> said(conversation.system(DESK, records.text(), at), at);
      case Act.Answers answers -> answer(answers, at);
      case Act.Notes notes -> {
        conversation.note(notes.by(), notes.text(), at);
        ticket.lastMessageAt(at);
        record(HistoryAction.NOTE_ADDED, notes.by(), null, at);
      }
      case Act.Assigns assigns -> assign(assigns, at);
      case Act.Escalates escalates -> escalate(escalates, at);
      case Act.Moves moves -> {
        Lifecycle.verbTo(status, moves.to());
        status(moves.to());
        record(HistoryAction.STATUS_CHANGED, moves.by(), null, at);
      }
      case Act.Resolves resolves -> resolve(resolves, at);
      case Act.Closes closes -> {
        status(Lifecycle.after(status, Verb.CLOSE));
        ticket.closedAt(at);
        record(HistoryAction.TICKET_CLOSED, closes.by(), null, at);
      }
      case Act.Rates rates -> rate(rates, at);
    }
    version++;
    ticket.version(version).updatedAt(at);
  }

  /** Whether the customer's words are the last ones, so that the desk has to answer. */
  boolean waitsForUs() {
    return conversation.endsWithCustomer();
  }

  /** Whether the desk has answered at all. */
  boolean isAnswered() {
    return answered;
  }

  /** The story so far, as it is read at {@code now}. */
  Story end(Instant now, @Nullable Instant dueAt) {
    var messages = conversation.end(customer, now);
    ticket.messageCount(messages.size()).dueAt(dueAt);
    return new Story(ticket.build(), messages, history);
  }

  private void write(String text, Instant at) {
    Conversation.Line line = conversation.customer(customer, text, at);
    Status next = Lifecycle.afterCustomerMessage(status, assignee != null);
    if (next == Status.REOPENED) {
      changed("resolution", resolution, null);
      resolution = null;
      ticket.resolution(null).resolvedAt(null).resolvedBy(null).closedAt(null);
    }
    status(next);
    said(line, at);
  }

  private void answer(Act.Answers answers, Instant at) {
    said(conversation.agent(answers.by(), answers.text(), at), at);
    if (!answered) {
      answered = true;
      ticket.firstResponseAt(at);
    }
  }

  private void said(Conversation.Line line, Instant at) {
    ticket.lastMessageAt(at);
    record(HistoryAction.MESSAGE_SENT, line.senderId(), line.senderName(), null, at);
  }

  private void assign(Act.Assigns act, Instant at) {
    HistoryAction action =
        assignee == null ? HistoryAction.TICKET_ASSIGNED : HistoryAction.AGENT_REASSIGNED;
    status(Lifecycle.after(status, Verb.ASSIGN));
    changed("assignedTo", nameOf(assignee), act.to().name());
    changed("escalatedTo", nameOf(specialist), null);
    assignee = act.to();
    specialist = null;
    ticket
        .assignedTo(act.to().id())
        .assignedToName(act.to().name())
        .escalatedTo(null)
        .escalatedToName(null);
    record(action, act.by(), "Assigned to " + act.to().name(), at);
  }

  private void escalate(Act.Escalates act, Instant at) {
    conversation.readBy(act.by(), at);
    status(Lifecycle.after(status, Verb.ESCALATE));
    changed("escalatedTo", nameOf(specialist), act.to().name());
    specialist = act.to();
    ticket.escalatedTo(act.to().id()).escalatedToName(act.to().name());
    record(HistoryAction.TICKET_ESCALATED, act.by(), act.reason(), at);
  }

  private void resolve(Act.Resolves act, Instant at) {
    conversation.readBy(act.by(), at);
    status(Lifecycle.after(status, Verb.RESOLVE));
    changed("resolution", resolution, act.resolution());
    resolution = act.resolution();
    ticket.resolution(resolution).resolvedAt(at).resolvedBy(act.by().id());
    record(HistoryAction.TICKET_RESOLVED, act.by(), resolution, at);
  }

  private void rate(Act.Rates rating, Instant at) {
    ticket.satisfaction(rating.score()).satisfactionComment(rating.comment());
    changed("satisfaction", null, Integer.toString(rating.score()));
    changed("satisfactionComment", null, rating.comment());
    record(
        HistoryAction.SATISFACTION_RECORDED, customer.id(), customer.name(), rating.comment(), at);
  }

  private void status(Status to) {
    changed("status", status.wire(), to.wire());
    status = to;
    ticket.status(to);
  }

  private void changed(String field, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      changes.add(new FieldChange(field, from, to));
    }
  }

  private static @Nullable String nameOf(@Nullable Agent agent) {
    return agent == null ? null : agent.name();
  }

  private void record(
      HistoryAction action, @Nullable Agent by, @Nullable String details, Instant at) {
    record(action, by == null ? null : by.id(), by == null ? DESK : by.name(), details, at);
  }

  private void record(
      HistoryAction action, @Nullable UUID by, String name, @Nullable String details, Instant at) {
    UUID entry = Ids.at(at.toEpochMilli(), random);
    history.add(new HistoryEntry(entry, id, action, by, name, details, changes, at));
    changes.clear();
  }
}
