package io.deskhand.demo.data;

import io.deskhand.model.Agent;
import io.deskhand.model.Customer;
import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The messages of one ticket, and who has read them. */
final class Conversation {
  private final UUID ticketId;
  private final RandomGenerator random;
  private final List<Message> messages = new ArrayList<>();
  private int readByDesk;
  private int readByCustomer;

  Conversation(UUID ticketId, RandomGenerator random) {
    this.ticketId = ticketId;
    this.random = random;
  }

  /** Who wrote a line. */
  record Line(@Nullable UUID senderId, String senderName) {}

  Line customer(Customer customer, String text, Instant at) {
    readByCustomer(customer, at);
    return add(customer.id(), customer.name(), SenderType.CUSTOMER, text, false, at);
  }

  Line agent(Agent agent, String text, Instant at) {
    readBy(agent, at);
    return add(agent.id(), agent.name(), SenderType.AGENT, text, false, at);
  }

  void note(Agent agent, String text, Instant at) {
    readBy(agent, at);
    add(agent.id(), agent.name(), SenderType.AGENT, text, true, at);
  }

  Line system(String name, String text, Instant at) {
    return add(null, name, SenderType.SYSTEM, text, false, at);
  }

  boolean endsWithCustomer() {
    for (Message message : messages.reversed()) {
      if (!message.internal()) {
        return message.senderType() != SenderType.AGENT;
      }
    }
    return true;
  }

  /** Marks what the customer wrote as read by {@code agent}, shortly before {@code at}. */
  void readBy(Agent agent, Instant at) {
    for (; readByDesk < messages.size(); readByDesk++) {
      if (messages.get(readByDesk).senderType() == SenderType.CUSTOMER) {
        markRead(readByDesk, agent.id(), at);
      }
    }
  }

  private void readByCustomer(Customer customer, Instant at) {
    for (; readByCustomer < messages.size(); readByCustomer++) {
      if (isForCustomer(messages.get(readByCustomer))) {
        markRead(readByCustomer, customer.id(), at);
      }
    }
  }

  /** The messages as they are at {@code now}: a customer reads an answer within a day. */
  List<Message> end(Customer customer, Instant now) {
    for (; readByCustomer < messages.size(); readByCustomer++) {
      Message message = messages.get(readByCustomer);
      Instant seen = message.createdAt().plusSeconds(random.nextLong(60, 86_400));
      if (isForCustomer(message) && seen.isBefore(now)) {
        messages.set(readByCustomer, message.read(customer.id(), seen));
      }
    }
    return messages;
  }

  private static boolean isForCustomer(Message message) {
    return message.senderType() == SenderType.AGENT && !message.internal();
  }

  private void markRead(int index, UUID reader, Instant before) {
    Message message = messages.get(index);
    long between = Duration.between(message.createdAt(), before).toMillis();
    long earlier = Math.min(between / 2, random.nextLong(5_000, 600_000));
    messages.set(index, message.read(reader, before.minusMillis(earlier)));
  }

  private Line add(
      @Nullable UUID sender, String name, SenderType type, String text, boolean note, Instant at) {
    messages.add(
        new Message(
            Ids.at(at.toEpochMilli(), random),
            ticketId,
            sender,
            name,
            type,
            text,
            note,
            List.of(),
            null,
            null,
            at));
    return new Line(sender, name);
  }
}
