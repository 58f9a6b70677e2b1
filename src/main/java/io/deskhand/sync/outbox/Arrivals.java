package io.deskhand.sync.outbox;

import io.deskhand.model.Agent;
import io.deskhand.model.Me;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.cache.StoredIntent;
import io.deskhand.sync.cache.StoredIntent.Outcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes intents out of the outbox when the change that each has caused is in the confirmed copy,
 * and not before. Of the engine's thread.
 */
public final class Arrivals {
  private final Me me;
  private final Outbox outbox;
  private final Confirmation confirmed;
  // Tickets that the server has told in an answer, newer than the confirmed copy.
  private final Map<UUID, Ticket> ahead = new HashMap<>();
  private final Set<UUID> answeredBefore = new HashSet<>();
  private final Set<UUID> awaited = new HashSet<>();
  // The server's log that the copy is of, or will be once its snapshot is whole; null before that.
  private @Nullable UUID epoch;

  public Arrivals(Me me, Outbox outbox, Confirmation confirmed) {
    this.me = me;
    this.outbox = outbox;
    this.confirmed = confirmed;
  }

  /** The newest state of a ticket that the server has told, by whatever way. */
  @Nullable Ticket newest(UUID id) {
    Ticket copy = confirmed.ticket(id);
    Ticket told = ahead.get(id);
    return told != null && (copy == null || told.version() > copy.version()) ? told : copy;
  }

  /** The server has told a ticket in an answer. */
  void learned(Ticket ticket) {
    Ticket copy = confirmed.ticket(ticket.id());
    if (copy != null && copy.version() < ticket.version()) {
      ahead.put(ticket.id(), ticket);
    }
  }

  /** The server's log that the copy follows; null before the first snapshot. */
  @Nullable UUID epoch() {
    return epoch;
  }

  /** The server has carried {@code sent} out. */
  void answered(StoredIntent sent, Answers.Effect effect) {
    if (effect.ticket() != null) {
      learned(effect.ticket());
    }
    if (outbox.find(sent.id()).isPresent()) {
      StoredIntent applied =
          sent.answered(State.APPLIED, new Outcome(effect.version(), null, epoch));
      outbox.put(applied);
      settle(applied);
    }
  }

  /** The confirmed copy has changed: these tickets and agents, and these messages have come. */
  public void arrived(Collection<UUID> things, Collection<UUID> messages) {
    for (UUID thing : things) {
      Ticket copy = confirmed.ticket(thing);
      Ticket told = ahead.get(thing);
      if (told != null && (copy == null || copy.version() >= told.version())) {
        ahead.remove(thing);
      }
      outbox.of(thing).forEach(this::settle);
    }
    if (!messages.isEmpty()) {
      outbox.all().stream()
          .filter(
              intent ->
                  intent.intent() instanceof Intent.Say say && messages.contains(say.messageId()))
          .forEach(this::said);
    }
    if (things.contains(me.id())) {
      outbox.all().stream()
          .filter(intent -> intent.intent() instanceof Intent.SetMyStatus)
          .forEach(this::settle);
    }
  }

  /**
   * What was on disk: an answer may have come, and its change too, right before the end.
   *
   * @param log the server's log that the copy is of; null if there is none
   */
  public void load(@Nullable UUID log) {
    if (log != null) {
      follows(log);
    }
    for (StoredIntent intent : outbox.all()) {
      if (intent.intent() instanceof Intent.Say say && confirmed.hasMessage(say.messageId())) {
        said(intent);
      } else {
        settle(intent);
      }
    }
  }

  /**
   * Whether an intent that was carried out has been waiting for its change since the last question.
   * That change never comes by itself where it took the ticket away from this session at once.
   */
  public boolean isOverdue() {
    List<UUID> applied =
        outbox.all().stream()
            .filter(intent -> intent.state() == State.APPLIED)
            .map(StoredIntent::id)
            .toList();
    boolean overdue = applied.stream().anyMatch(awaited::contains);
    awaited.clear();
    awaited.addAll(applied);
    return overdue;
  }

  /** The copy is about to be brought up to the server's head. */
  public void catchingUp() {
    answeredBefore.clear();
    outbox.all().stream()
        .filter(intent -> intent.state() == State.APPLIED)
        .forEach(intent -> answeredBefore.add(intent.id()));
  }

  /** The copy has reached that head, so whatever was answered before is in it. */
  public void caughtUp() {
    List.copyOf(answeredBefore).stream()
        .flatMap(id -> outbox.find(id).stream())
        .filter(intent -> intent.state() == State.APPLIED)
        .forEach(this::done);
    answeredBefore.clear();
  }

  /**
   * What comes now is of the server's log {@code log}. In another one it may have forgotten what it
   * had said: it is asked again.
   */
  public void follows(UUID log) {
    if (log.equals(epoch)) {
      return;
    }
    epoch = log;
    ahead.clear();
    answeredBefore.clear();
    outbox.all().stream()
        .filter(intent -> intent.outcome() != null && !log.equals(intent.outcome().epoch()))
        .forEach(intent -> outbox.put(intent.unanswered()));
  }

  private void settle(StoredIntent intent) {
    if (isThere(intent)) {
      outbox.remove(intent.id());
    }
  }

  private boolean isThere(StoredIntent intent) {
    if (intent.intent() instanceof Intent.Create create) {
      return confirmed.ticket(create.ticketId()) != null;
    }
    Outcome outcome = intent.outcome();
    if (intent.state() != State.APPLIED || outcome == null || !isOfThisLog(outcome)) {
      return false;
    }
    Long version = outcome.version();
    if (intent.intent() instanceof Intent.SetMyStatus) {
      Agent agent = confirmed.agent(me.id());
      return version != null && agent != null && agent.version() >= version;
    }
    UUID ticketId = intent.intent().ticketId();
    if (ticketId == null) {
      return false;
    }
    Ticket ticket = confirmed.ticket(ticketId);
    return ticket == null || (version != null && ticket.version() >= version);
  }

  private boolean isOfThisLog(Outcome outcome) {
    return epoch != null && epoch.equals(outcome.epoch());
  }

  private void done(StoredIntent intent) {
    if (intent.intent() instanceof Intent.Say) {
      said(intent);
    } else {
      outbox.remove(intent.id());
    }
  }

  /**
   * One's own words are no news to oneself: what was written after them has seen them. That goes to
   * the disk before they leave the outbox: a reply is rather sent than held for its writer's words.
   */
  private void said(StoredIntent intent) {
    UUID ticketId = intent.intent().ticketId();
    List<StoredIntent> lane = ticketId == null ? List.of() : outbox.of(ticketId);
    for (StoredIntent later : lane) {
      if (later.intent() instanceof Intent.Say && later.number() > intent.number()) {
        outbox.put(later.rebased(later.base().withMessages(later.base().messages() + 1)));
      }
    }
    outbox.remove(intent.id());
  }
}
