package io.deskhand.server.app;

import io.deskhand.server.auth.AuthFeature;
import io.deskhand.server.auth.Passwords;
import io.deskhand.server.history.HistoryRoutes;
import io.deskhand.server.messages.MessageRoutes;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.people.PeopleRoutes;
import io.deskhand.server.people.PlaceRoutes;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.Store;
import io.deskhand.server.tickets.TicketRoutes;
import io.deskhand.server.tickets.TicketService;
import io.deskhand.server.web.Writes;
import java.time.Clock;

/** The server's features, wired by hand. */
final class Features {
  private static final int KEY_BYTES = 32;
  final AuthFeature auth;
  final TicketRoutes tickets;
  final MessageRoutes messages;
  final HistoryRoutes history;
  final PeopleRoutes people;
  final PlaceRoutes places;

  Features(Store store, Passwords passwords, Clock clock) {
    Ledger ledger = store.ledger();
    Writes writes = new Writes(ledger);
    this.auth = new AuthFeature(ledger, passwords, store.secret("jwt", KEY_BYTES), clock);
    this.tickets = new TicketRoutes(ledger, writes, new TicketService());
    this.messages = new MessageRoutes(ledger, writes, new MessageService());
    this.history = new HistoryRoutes(ledger);
    this.people = new PeopleRoutes(ledger, writes, passwords);
    this.places = new PlaceRoutes(ledger, writes);
  }
}
