package io.deskhand.server.messages;

import io.deskhand.model.Message;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.SendMessage;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.MessageReads;
import io.deskhand.server.store.Position;
import io.deskhand.server.store.Scope;
import io.deskhand.server.tickets.TicketBook;
import io.deskhand.server.web.Exchange;
import io.deskhand.server.web.PageRequest;
import io.deskhand.server.web.Problems;
import io.deskhand.server.web.Reply;
import io.deskhand.server.web.Writes;
import java.util.OptionalLong;
import java.util.UUID;

/** The routes of conversations. */
public final class MessageRoutes {
  private final Ledger ledger;
  private final Writes writes;
  private final MessageService messages;

  public MessageRoutes(Ledger ledger, Writes writes, MessageService messages) {
    this.ledger = ledger;
    this.writes = writes;
    this.messages = messages;
  }

  /** GET /support/tickets/{id}/messages. */
  public Reply list(Exchange exchange) {
    UUID ticketId = exchange.pathId("id");
    Scope scope = exchange.session().scope();
    PageRequest request = PageRequest.read(exchange.params());
    return Reply.ok(
        ledger.read(
            view -> {
              TicketBook.find(view, scope, ticketId);
              return page(view.messages(), ticketId, scope.role().isStaff(), request);
            }));
  }

  private static MessagePage page(
      MessageReads messages, UUID ticketId, boolean withNotes, PageRequest request) {
    var page =
        request.newestLast(
            messages.page(ticketId, withNotes, request.before(), request.wanted()),
            (Message message) -> new Position(message.createdAt(), message.id()));
    return new MessagePage(page.rows(), messages.count(ticketId, withNotes), page.nextCursor());
  }

  /** POST /support/tickets/{id}/messages. */
  public Reply send(Exchange exchange) {
    UUID ticketId = exchange.pathId("id");
    SendMessage request = exchange.body(SendMessage.class);
    if (request.ticketId() != null && !request.ticketId().equals(ticketId)) {
      throw Problems.invalid("ticketId", "not the ticket in the path");
    }
    OptionalLong version = exchange.ifMatch();
    Actor actor = exchange.session().actor();
    return writes.write(
        exchange,
        tx -> {
          TicketBook.expect(tx, actor.scope(), ticketId, version);
          return Reply.of(201, messages.send(tx, actor, ticketId, request));
        });
  }
}
