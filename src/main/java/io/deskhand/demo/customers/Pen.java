package io.deskhand.demo.customers;

import io.deskhand.model.Channel;
import io.deskhand.model.Ids;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.Frame;
import io.deskhand.protocol.SatisfactionRequest;
import io.deskhand.protocol.SendMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What one customer reads from and writes to the desk. For one thread. */
final class Pen {
  private final CustomerApi api;
  private final Deeds deeds;
  private final LiveLine line;
  private final Ids ids;

  Pen(
      CustomerApi api,
      Deeds deeds,
      LiveLine line,
      CustomerLife.World world,
      RandomGenerator random) {
    this.api = api;
    this.deeds = deeds;
    this.line = line;
    this.ids = new Ids(world.clock(), random);
  }

  /** The customer's tickets; none if the desk cannot be asked. */
  List<Ticket> tickets() {
    List<Ticket> found = new ArrayList<>();
    deeds.attempt("list tickets", token -> found.addAll(api.tickets(token)));
    return found;
  }

  /** The newest messages of a ticket; none if the desk cannot be asked. */
  List<Message> messages(UUID ticketId) {
    List<Message> found = new ArrayList<>();
    deeds.attempt("read messages", token -> found.addAll(api.messages(token, ticketId)));
    return found;
  }

  /** Opens a ticket; empty if that did not work. */
  Optional<Ticket> open(Replies.Matter matter) {
    CreateTicket wish =
        new CreateTicket(
            ids.next(),
            matter.subject(),
            matter.description(),
            null,
            matter.category(),
            Channel.CHAT,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    List<Ticket> made = new ArrayList<>();
    deeds.attempt("open a ticket", token -> made.add(api.create(token, wish)));
    return made.stream().findFirst();
  }

  /** Writes {@code text} into a ticket; whether it has arrived for certain. */
  boolean write(UUID ticketId, String text) {
    SendMessage message = new SendMessage(ids.next(), null, text, null, null);
    return deeds.attempt("write a message", token -> api.send(token, ticketId, message));
  }

  void rate(UUID ticketId, SatisfactionRequest rating) {
    deeds.attempt("rate a ticket", token -> api.rate(token, ticketId, rating));
  }

  /** Closes a ticket that needs no help any more. */
  void withdraw(UUID ticketId) {
    deeds.attempt("close a ticket", token -> api.close(token, ticketId));
  }

  /** Says something of the moment, which may get lost. */
  void signal(String event, Object data) {
    line.send(Frame.of(event, data));
  }
}
