package io.deskhand.console.ui;

import java.util.UUID;

/** The ways between the parts of the window, so that no feature knows another. FX thread only. */
public interface Navigation {
  /** Shows a ticket in the ticket pane, and marks it in the queue where it is there. */
  void openTicket(UUID ticketId);

  /** Shows a ticket and puts the caret into its composer. */
  void replyTo(UUID ticketId);

  /** Puts the focus back on the queue. */
  void focusQueue();

  /** Puts the caret into the search field, with all of its text selected. */
  void focusSearch();

  /** Shows the queue with this search, as if it had been typed. */
  void search(String text);

  void showDesk();

  void showSettings();

  void showOutbox();

  /** Opens the sheet for a new ticket. */
  void newTicket();
}
