package io.deskhand.console.ticket;

import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.model.WireEnum;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done to the ticket at once, with its key and icon. */
enum TicketAction implements WireEnum {
  TAKE("T", "fth-user-check", Verb.ASSIGN),
  ASSIGN("A", "fth-user-plus", Verb.ASSIGN),
  ESCALATE("E", "fth-trending-up", Verb.ESCALATE),
  RESOLVE("D", "fth-check", Verb.RESOLVE),
  CLOSE("C", "fth-archive", Verb.CLOSE),
  REOPEN("O", "fth-rotate-ccw", Verb.REOPEN),
  STATUS("S", "fth-activity", null),
  PRIORITY("P", "fth-bar-chart", null),
  TAGS("G", "fth-tag", null);

  private final String key;
  private final String icon;
  private final @Nullable Verb verb;

  TicketAction(String key, String icon, @Nullable Verb verb) {
    this.key = key;
    this.icon = icon;
    this.verb = verb;
  }

  String key() {
    return key;
  }

  String icon() {
    return icon;
  }

  /** Why it cannot be done now, in words; empty if it can. */
  String refusal(@Nullable Ticket ticket, UUID me, Texts texts) {
    if (ticket == null) {
      return texts.of("refusal.none");
    }
    if (this == TAKE && me.equals(ticket.assignedTo())) {
      return texts.of("refusal.yours");
    }
    if (verb == null || Lifecycle.allows(ticket.status(), verb)) {
      return "";
    }
    boolean ended = ticket.status() == Status.CLOSED || ticket.status() == Status.RESOLVED;
    return texts.of(
        ended && this != REOPEN ? "refusal.reopen" : "refusal.state",
        texts.of("verb", this),
        Words.of(ticket.status()).toLowerCase(java.util.Locale.getDefault()));
  }
}
