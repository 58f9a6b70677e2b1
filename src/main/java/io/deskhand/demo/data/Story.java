package io.deskhand.demo.data;

import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import java.util.List;

/** A ticket with all that happened to it; messages and history in the order of time. */
public record Story(Ticket ticket, List<Message> messages, List<HistoryEntry> history) {
  public Story {
    messages = List.copyOf(messages);
    history = List.copyOf(history);
  }
}
