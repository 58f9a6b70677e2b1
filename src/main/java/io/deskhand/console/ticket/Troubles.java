package io.deskhand.console.ticket;

import io.deskhand.console.ticket.Trouble.Clash;
import io.deskhand.console.ticket.Trouble.Way;
import io.deskhand.console.ui.Texts;
import io.deskhand.console.ui.Words;
import io.deskhand.model.Agent;
import io.deskhand.model.FieldChange;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Lifecycle;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Verb;
import io.deskhand.model.WireEnum;
import io.deskhand.sync.Conflict;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent;
import io.deskhand.sync.TicketState;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what kept a change from being made, and which ways there are on. */
final class Troubles {
  private final Desk desk;
  private final Facts facts;
  private final Texts texts;

  Troubles(Desk desk, Facts facts, Texts texts) {
    this.desk = desk;
    this.facts = facts;
    this.texts = texts;
  }

  Trouble of(PendingIntent pending, TicketState state) {
    String what = texts.of("trouble." + name(pending.intent()));
    String why = pending.why() == null ? texts.of("trouble.unknown") : pending.why();
    if (pending.state() == PendingIntent.State.RETURNED) {
      String kept = texts.of("trouble.returned", why);
      return new Trouble(pending, what, kept, List.of(), List.of(Way.DISMISS));
    }
    return switch (pending.conflict()) {
      case Conflict.SameFields(List<Conflict.Field> fields) ->
          new Trouble(
              pending,
              what,
              texts.of("trouble.clash"),
              fields.stream().map(field -> clash(field, state.history())).toList(),
              List.of(Way.KEEP_THEIRS, Way.APPLY_MINE));
      case Conflict.NotPossible(Status now) ->
          new Trouble(
              pending, what, notPossible(now, state.history()), List.of(), waysFrom(pending, now));
      case null, default ->
          new Trouble(pending, what, why, List.of(), withWords(pending, List.of(Way.AGAIN)));
    };
  }

  /** The words that came with an intent; empty if none did. */
  static String words(Intent intent) {
    return switch (intent) {
      case Intent.Resolve resolve -> resolve.resolution();
      case Intent.Escalate escalate -> escalate.reason();
      case Intent.Reopen reopen -> reopen.reason();
      default -> "";
    };
  }

  private static List<Way> waysFrom(PendingIntent pending, Status now) {
    boolean afterReopening =
        Lifecycle.allows(now, Verb.REOPEN) && isPossibleReopened(pending.intent());
    return withWords(pending, afterReopening ? List.of(Way.REOPEN_FIRST) : List.of());
  }

  private static boolean isPossibleReopened(Intent intent) {
    return switch (intent) {
      case Intent.Assign ignored -> Lifecycle.allows(Status.REOPENED, Verb.ASSIGN);
      case Intent.Escalate ignored -> Lifecycle.allows(Status.REOPENED, Verb.ESCALATE);
      default -> false;
    };
  }

  private static List<Way> withWords(PendingIntent pending, List<Way> first) {
    List<Way> last =
        words(pending.intent()).isBlank()
            ? List.of(Way.DISMISS)
            : List.of(Way.TO_DRAFT, Way.DISMISS);
    return Stream.concat(first.stream(), last.stream()).toList();
  }

  private String notPossible(Status now, List<HistoryEntry> history) {
    String by = lastToSet("status", history);
    return by == null
        ? texts.of("trouble.state", Words.of(now))
        : texts.of("trouble.state.by", by, Words.of(now));
  }

  private Clash clash(Conflict.Field field, List<HistoryEntry> history) {
    return new Clash(
        texts.of("trouble.field." + known(field.name())),
        value(field.name(), field.theirs()),
        value(field.name(), field.yours()),
        lastToSet(field.name(), history));
  }

  private static @Nullable String lastToSet(String field, List<HistoryEntry> history) {
    return history.reversed().stream()
        .filter(entry -> entry.changes().stream().map(FieldChange::field).anyMatch(field::equals))
        .findFirst()
        .map(HistoryEntry::performedByName)
        .orElse(null);
  }

  private static String known(String field) {
    return switch (field) {
      case "status", "priority", "category", "assignedTo", "tags", "subject", "departmentId" ->
          field;
      default -> "other";
    };
  }

  private String value(String field, @Nullable String wire) {
    if (wire == null || wire.isEmpty()) {
      return texts.of("trouble.nothing");
    }
    return switch (field) {
      case "status" -> WireEnum.parse(Status.class, wire).map(Words::of).orElse(wire);
      case "priority" -> WireEnum.parse(Priority.class, wire).map(Words::of).orElse(wire);
      case "category" -> facts.category(wire);
      case "assignedTo" -> nameOf(UUID.fromString(wire));
      default -> wire;
    };
  }

  private String nameOf(UUID agent) {
    return desk.agents().get().stream()
        .filter(one -> one.id().equals(agent))
        .map(Agent::name)
        .findFirst()
        .orElseGet(() -> texts.of("trouble.somebody"));
  }

  private static String name(Intent intent) {
    return switch (intent) {
      case Intent.Update ignored -> "update";
      case Intent.SetStatus ignored -> "status";
      case Intent.Assign ignored -> "assign";
      case Intent.Escalate ignored -> "escalate";
      case Intent.Resolve ignored -> "resolve";
      case Intent.Close ignored -> "close";
      case Intent.Reopen ignored -> "reopen";
      case Intent.Create ignored -> "create";
      case Intent.Say say -> say.internal() ? "note" : "say";
      case Intent.Bulk bulk -> bulk.kind().wire();
      case Intent.SetMyStatus ignored -> "status";
    };
  }
}
