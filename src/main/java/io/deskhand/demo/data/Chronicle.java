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
  private Status status = Status.OPEN;
  private @Nullable Agent assignee;
  private boolean answered;
  private long version = 1;

  /** Begins with {@code fresh}, a ticket that {@code customer} has just made. */
  Chronicle(Ticket fresh, Customer customer, RandomGenerator random) {
    this.customer = customer;
    this.random = random;
    this.ticket = fresh.toBuilder();
    this.id = fresh.id();
    this.conversation = new Conversation(id, random);
    record(
        HistoryAction.TICKET_CREATED,
        customer.id(),
        customer.name(),
        null,
        List.of(),
        fresh.createdAt());
  }

  /** Adds {@code act}; times have to ascend. */
  void add(Act act, Instant at) {
    switch (act) {
      case Act.Writes writes -> write(writes.text(), at);
      case Act.Records records -> say(conversation.system(DESK, records.text(), at), at);
      case Act.Answers answers -> answer(answers, at);
      case Act.Notes notes -> {
        conversation.note(notes.by(), notes.text(), at);
        record(HistoryAction.NOTE_ADDED, notes.by(), null, List.of(), at);
        ticket.lastMessageAt(at);
      }
      case Act.Assigns assigns -> assign(assigns, at);
      case Act.Escalates escalates -> escalate(escalates, at);
      case Act.Moves moves -> move(moves.to(), moves.by().id(), moves.by().name(), at);
      case Act.Resolves resolves -> resolve(resolves, at);
      case Act.Closes closes -> close(closes.by(), at);
      case Act.Rates rates -> {
        ticket.satisfaction(rates.score()).satisfactionComment(rates.comment());
        record(
            HistoryAction.SATISFACTION_RECORDED,
            customer.id(),
            customer.name(),
            rates.comment(),
            List.of(new FieldChange("satisfaction", null, Integer.toString(rates.score()))),
            at);
      }
    }
    version++;
    ticket.version(version).updatedAt(at);
  }

  Status status() {
    return status;
  }

  /** Whether the customer's words are the last ones, so that the desk has to answer. */
  boolean waitsForUs() {
    return conversation.endsWithCustomer();
  }

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
    say(conversation.customer(customer, text, at), at);
    Status next = Lifecycle.afterCustomerMessage(status, assignee != null);
    if (next == Status.REOPENED) {
      reopen(at);
    } else if (next != status) {
      move(next, customer.id(), customer.name(), at);
    }
  }

  private void answer(Act.Answers answers, Instant at) {
    say(conversation.agent(answers.by(), answers.text(), at), at);
    if (!answered) {
      answered = true;
      ticket.firstResponseAt(at);
    }
  }

  private void say(Conversation.Line line, Instant at) {
    record(HistoryAction.MESSAGE_SENT, line.senderId(), line.senderName(), null, List.of(), at);
    ticket.lastMessageAt(at);
  }

  private void assign(Act.Assigns act, Instant at) {
    Agent old = assignee;
    List<FieldChange> changes = new ArrayList<>();
    changes.add(new FieldChange("assignedTo", old == null ? null : old.name(), act.to().name()));
    Status next = Lifecycle.after(status, Verb.ASSIGN);
    changes.addAll(status(next));
    assignee = act.to();
    ticket
        .assignedTo(act.to().id())
        .assignedToName(act.to().name())
        .escalatedTo(null)
        .escalatedToName(null);
    HistoryAction action =
        old == null ? HistoryAction.TICKET_ASSIGNED : HistoryAction.AGENT_REASSIGNED;
    String details = "Assigned to " + act.to().name();
    record(action, act.by(), details, changes, at);
  }

  private void escalate(Act.Escalates act, Instant at) {
    List<FieldChange> changes = new ArrayList<>();
    changes.add(new FieldChange("escalatedTo", null, act.to().name()));
    changes.addAll(status(Lifecycle.after(status, Verb.ESCALATE)));
    ticket.escalatedTo(act.to().id()).escalatedToName(act.to().name());
    conversation.readBy(act.by(), at);
    record(HistoryAction.TICKET_ESCALATED, act.by(), act.reason(), changes, at);
  }

  private void move(Status to, UUID by, String name, Instant at) {
    Lifecycle.verbTo(status, to);
    record(HistoryAction.STATUS_CHANGED, by, name, null, status(to), at);
  }

  private void resolve(Act.Resolves act, Instant at) {
    List<FieldChange> changes = status(Lifecycle.after(status, Verb.RESOLVE));
    conversation.readBy(act.by(), at);
    ticket.resolution(act.resolution()).resolvedAt(at).resolvedBy(act.by().id());
    record(HistoryAction.TICKET_RESOLVED, act.by(), act.resolution(), changes, at);
  }

  private void close(@Nullable Agent by, Instant at) {
    List<FieldChange> changes = status(Lifecycle.after(status, Verb.CLOSE));
    ticket.closedAt(at);
    record(HistoryAction.TICKET_CLOSED, by, null, changes, at);
  }

  private void reopen(Instant at) {
    List<FieldChange> changes = status(Lifecycle.after(status, Verb.REOPEN));
    ticket.resolvedAt(null).resolvedBy(null).closedAt(null);
    record(HistoryAction.TICKET_REOPENED, customer.id(), customer.name(), null, changes, at);
  }

  private List<FieldChange> status(Status to) {
    if (to == status) {
      return List.of();
    }
    FieldChange change = new FieldChange("status", status.wire(), to.wire());
    status = to;
    ticket.status(to);
    return List.of(change);
  }

  private void record(
      HistoryAction action,
      @Nullable Agent by,
      @Nullable String details,
      List<FieldChange> changes,
      Instant at) {
    record(
        action, by == null ? null : by.id(), by == null ? DESK : by.name(), details, changes, at);
  }

  private void record(
      HistoryAction action,
      @Nullable UUID by,
      String name,
      @Nullable String details,
      List<FieldChange> changes,
      Instant at) {
    history.add(
        new HistoryEntry(
            Ids.at(at.toEpochMilli(), random), id, action, by, name, details, changes, at));
  }
}
