package io.deskhand.console.conversation;

import io.deskhand.console.ui.Texts;
import io.deskhand.model.Me;
import io.deskhand.model.Ticket;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply that is written often: {@code name} after a slash brings its words. */
record Canned(String name, String words) {
  /** The replies that the desk ships with. */
  static List<Canned> shipped(Texts texts) {
    return Arrays.stream(texts.of("canned").split(","))
        .map(name -> new Canned(name, texts.of("canned." + name)))
        .toList();
  }

  /** The words, with customer, agent and ticket number in their places. */
  String expanded(@Nullable Ticket ticket, Me me) {
    String customer = ticket == null ? null : ticket.customerName();
    String number = ticket == null ? null : ticket.ticketNumber();
    return words
        .replace("<customer>", customer == null ? "" : customer.split(" ")[0])
        .replace("<number>", number == null ? "" : number)
        .replace("<agent>", me.name().split(" ")[0]);
  }

  /** The replies that a slash and some letters before the caret may mean. */
  static List<Canned> matching(List<Canned> all, String text, int caret) {
    int slash = slash(text, caret);
    if (slash < 0) {
      return List.of();
    }
    String prefix = text.substring(slash + 1, Math.min(caret, text.length()));
    return all.stream().filter(one -> one.name().startsWith(prefix)).toList();
  }

  /** Where the slash stands that begins the line of the caret, with letters only; -1 for none. */
  static int slash(String text, int caret) {
    String before = text.substring(0, Math.min(caret, text.length()));
    int start = before.lastIndexOf('\n') + 1;
    return before.substring(start).matches("/\\p{Alpha}*") ? start : -1;
  }
}
