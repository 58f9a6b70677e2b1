package io.deskhand.sim;

import io.deskhand.model.Agent;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Message;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Json;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.TicketKeys;
import io.deskhand.sync.Drafts;
import io.deskhand.sync.Intent;
import io.deskhand.sync.TicketRow;
import io.deskhand.sync.cache.ConfirmedStore;
import io.deskhand.sync.cache.ConversationStore;
import io.deskhand.sync.cache.Profiles;
import io.deskhand.sync.engine.BareConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Compares in the end what consoles have with what the server has. */
final class Reckoning {
  private final Run run;
  private final Map<UUID, Ticket> tickets = new LinkedHashMap<>();
  private final Map<UUID, Agent> agents = new HashMap<>();
  private final Map<UUID, List<Message>> messages = new HashMap<>();
  private final Map<UUID, List<HistoryEntry>> history = new HashMap<>();
  private final FileReckoning files;

  Reckoning(Run run) {
    this.run = run;
    this.files = new FileReckoning(run);
    Ledger ledger = run.server.ledger();
    for (TicketKeys keys : ledger.read(view -> view.index().tickets(null, null))) {
      UUID id = keys.id();
      tickets.put(id, ledger.read(view -> view.tickets().find(id)).orElseThrow());
    }
    ledger.read(view -> view.staff().all()).forEach(agent -> agents.put(agent.id(), agent));
    try {
      run.outsiders.refresh();
      for (UUID id : tickets.keySet()) {
        messages.put(id, run.outsiders.messages(id));
        history.put(id, run.outsiders.history(id));
      }
      files.server(messages.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void check() {
    for (Run.Seat seat : run.seats) {
      String who = seat.console().who().name();
      try {
        view(seat);
        disk(seat);
        files.disk(seat.console(), visible(seat.console().who()).keySet());
        seat.book().compare(seat.console().desk().outbox().get());
        intents(seat);
        order(seat);
        drafts(seat);
        incidents(seat);
      } catch (Violation violation) {
        throw new Violation(who + ": " + violation.getMessage());
      }
    }
  }

  private Map<UUID, Ticket> visible(Agent person) {
    Agent now = Objects.requireNonNull(agents.get(person.id()));
    Map<UUID, Ticket> seen = new LinkedHashMap<>(tickets);
    seen.values().removeIf(ticket -> !Oracle.sees(now, ticket));
    return seen;
  }

  private void view(Run.Seat seat) {
    Map<UUID, Ticket> shown = new HashMap<>();
    for (TicketRow row : seat.console().queue().rows(0, Integer.MAX_VALUE)) {
      shown.put(row.ticket().id(), row.ticket());
    }
    Map<UUID, Ticket> expected = new HashMap<>();
    visible(seat.console().who())
        .forEach((id, ticket) -> expected.put(id, ticket.toBuilder().description(null).build()));
    same("the screen", expected, shown);
  }

  private void disk(Run.Seat seat) {
    ConfirmedStore disk = BareConsole.copy(seat.console().desk());
    Map<UUID, Ticket> there = new HashMap<>();
    disk.tickets()
        .before(null, Integer.MAX_VALUE)
        .forEach(ticket -> there.put(ticket.id(), ticket));
    Map<UUID, Ticket> visible = visible(seat.console().who());
    same("the copy", visible, there);
    Map<UUID, Agent> staff = new HashMap<>();
    disk.agents().forEach(agent -> staff.put(agent.id(), agent));
    same("the copy of the staff", agents, staff);
    long kept = 0;
    for (UUID id : visible.keySet()) {
      ConversationStore.Stored stored = disk.conversations().read(id);
      kept += stored.messages().size();
      conversation(id, stored);
    }
    if (Profiles.messages(disk) != kept) {
      throw new Violation("messages of tickets that are not theirs are on the disk");
    }
  }

  private void conversation(UUID id, ConversationStore.Stored stored) {
    Map<UUID, Message> all = new HashMap<>();
    messages.get(id).forEach(message -> all.put(message.id(), message));
    for (Message message : stored.messages()) {
      if (!message.equals(all.get(message.id()))) {
        throw new Violation("has " + message + " where the server has " + all.get(message.id()));
      }
    }
    boolean whole = stored.reach() != null && stored.reach().olderMessages() == null;
    if (whole && stored.messages().size() != all.size()) {
      throw new Violation(
          "has %d of %d messages of %s".formatted(stored.messages().size(), all.size(), id));
    }
  }

  private static <T> void same(String what, Map<UUID, T> expected, Map<UUID, T> actual) {
    for (UUID id : expected.keySet()) {
      if (!Objects.equals(expected.get(id), actual.get(id))) {
        throw new Violation(
            what + " has " + actual.get(id) + " where the server has " + expected.get(id));
      }
    }
    for (UUID id : actual.keySet()) {
      if (!expected.containsKey(id)) {
        throw new Violation(what + " has " + actual.get(id) + ", which is not theirs to see");
      }
    }
  }

  private void intents(Run.Seat seat) {
    for (Book.Entry entry : seat.book().entries()) {
      if (entry.standing == Book.Standing.OPEN) {
        throw new Violation("is left with " + entry.intent);
      }
      UUID ticket = entry.intent.ticketId();
      boolean forgotten = entry.epoch() != run.epoch;
      if (entry.mark == null || ticket == null || run.deleted.contains(ticket)) {
        continue;
      }
      long times = times(entry, ticket);
      boolean done = entry.standing == Book.Standing.DONE;
      if (entry.intent instanceof Intent.Say say && times > 0) {
        files.carried(say, messages.get(ticket));
      }
      if (times > 1 || (times == 1 && !done) || (times == 0 && done && !forgotten)) {
        throw new Violation(
            "%s was %s and is there %d times".formatted(entry.intent, entry.standing, times));
      }
    }
  }

  private long times(Book.Entry entry, UUID ticket) {
    if (!tickets.containsKey(ticket)) {
      return 0;
    }
    return switch (entry.intent) {
      case Intent.Say say ->
          messages.get(ticket).stream().filter(it -> it.body().equals(say.body())).count();
      case Intent.Create create -> 1;
      default -> history.get(ticket).stream().filter(it -> introduces(it, entry.mark)).count();
    };
  }

  /** Whether {@code entry} tells of {@code mark} as something new. */
  private static boolean introduces(HistoryEntry entry, String mark) {
    boolean asNew =
        entry.changes().stream()
            .anyMatch(change -> Json.text(change.to() == null ? "" : change.to()).contains(mark));
    boolean inWords = entry.details() != null && entry.details().contains(mark);
    return asNew || inWords;
  }

  /** What one console said in one ticket is there in the order in which it was said. */
  private void order(Run.Seat seat) {
    Map<UUID, Long> numbers = new HashMap<>();
    for (Book.Entry entry : seat.book().entries()) {
      if (entry.intent instanceof Intent.Say say) {
        numbers.put(say.messageId(), entry.number);
      }
    }
    messages.forEach(
        (ticket, said) -> {
          List<Long> mine =
              said.stream()
                  .sorted(Comparator.comparing(Message::createdAt).thenComparing(Message::id))
                  .map(message -> numbers.get(message.id()))
                  .filter(Objects::nonNull)
                  .toList();
          if (!mine.stream().sorted().toList().equals(mine)) {
            throw new Violation("what was said in " + ticket + " is in the order " + mine);
          }
        });
  }

  private static void drafts(Run.Seat seat) {
    seat.book()
        .drafts()
        .forEach(
            (ticket, text) -> {
              String there =
                  seat.console().desk().drafts().of(ticket).map(Drafts.Draft::text).orElse("");
              if (!there.contains(text)) {
                throw new Violation("the draft \"" + text + "\" is \"" + there + "\"");
              }
            });
  }

  private static void incidents(Run.Seat seat) {
    for (String line : seat.console().incidents()) {
      // A copy that was mended before this would have been wrong without that.
      if (line.contains("Unexpected") || line.contains("differed from the server")) {
        throw new Violation(line);
      }
    }
  }
}
