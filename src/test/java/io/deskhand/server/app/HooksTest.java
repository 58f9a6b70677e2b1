package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.model.HistoryAction;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Metric;
import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.Verb;
import io.deskhand.protocol.AssignRequest;
import io.deskhand.protocol.CreateTicket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.ProblemException;
import io.deskhand.protocol.SendMessage;
import io.deskhand.protocol.TicketPatch;
import io.deskhand.server.hooks.Happened;
import io.deskhand.server.hooks.Hooks;
import io.deskhand.server.hooks.Intended;
import io.deskhand.server.hooks.TicketHook;
import io.deskhand.server.messages.MessageService;
import io.deskhand.server.store.Account;
import io.deskhand.server.store.Actor;
import io.deskhand.server.store.Ledger;
import io.deskhand.server.store.MetricReads;
import io.deskhand.server.store.Store;
import io.deskhand.server.store.TestDatabase;
import io.deskhand.server.tickets.TicketService;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks go along with verbs: they change, veto and follow up, and their failure stays theirs. */
class HooksTest {
  private final Recorder recorder = new Recorder();
  private final TicketService tickets = new TicketService(new Hooks(List.of(recorder)));
  private final MessageService messages = new MessageService(new Hooks(List.of(recorder)));
  private Store store;
  private Ledger ledger;
  private Actor ada;
  private Actor cora;

  /** Writes down what it is called for, and does what the test tells it. */
  private static final class Recorder implements TicketHook {
    final List<String> calls = new ArrayList<>();
    Priority wanted;
    ProblemException veto;
    boolean fails;

    @Override
    public String name() {
      return "recorder";
    }

    @Override
    public boolean isSwitchable() {
      return false;
    }

    @Override
    public Ticket before(Intended change) {
      calls.add("before " + change.verb().wire());
      if (veto != null) {
        throw veto;
      }
      return wanted == null
          ? change.proposed()
          : change.proposed().toBuilder().priority(wanted).build();
    }

    @Override
    public boolean follows(Happened change) {
      return true;
    }

    @Override
    public void after(Happened change) {
      calls.add("after " + change.verb().wire());
      if (fails) {
        change.desk().addNote(change.ticket().id(), "half done");
        throw new IllegalStateException("out of order");
      }
    }
  }

  @BeforeEach
  void open(@TempDir Path data) {
    store = TestDatabase.open(data, new TestClock(Instant.parse("2026-11-20T09:00:00Z")));
    ledger = store.ledger();
    ledger.write(
        tx -> {
          tx.load(TestDesk.SEED);
          return 0;
        });
    ada = actor(TestDesk.ADA.id());
    cora = actor(TestDesk.CORA.id());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void everyVerbRunsItsHooksOnceBeforeAndAfter() {
    Ticket ticket = create();
    UUID id = ticket.id();
    ledger.write(tx -> tickets.patch(tx, ada, id, patch("priority", "low")));
    ledger.write(tx -> tickets.assign(tx, ada, id, to(TestDesk.MAX.id())));
    ledger.write(tx -> tickets.resolve(tx, ada, id, "done"));
    ledger.write(tx -> tickets.reopen(tx, ada, id, "not done"));
    ledger.write(tx -> tickets.close(tx, ada, id));
    assertThat(recorder.calls)
        .containsExactly(
            "before create",
            "after create",
            "before update",
            "after update",
            "before assign",
            "after assign",
            "before resolve",
            "after resolve",
            "before reopen",
            "after reopen",
            "before close",
            "after close");
  }

  @Test
  void aMessageRunsTheHooksOfTheVerbThatItBringsAboutAndNoOthers() {
    UUID id = create().id();
    ledger.write(tx -> tickets.resolve(tx, ada, id, "done"));
    recorder.calls.clear();
    ledger.write(tx -> messages.send(tx, ada, id, words("bye")));
    assertThat(recorder.calls).isEmpty();
    ledger.write(tx -> messages.send(tx, cora, id, words("still broken")));
    assertThat(recorder.calls).containsExactly("before reopen", "after reopen");
    assertThat(ticket(id).status()).isEqualTo(Status.REOPENED);
  }

  @Test
  void aHookBeforeTheVerbChangesWhatIsSavedAndHistoryTellsIt() {
    recorder.wanted = Priority.URGENT;
    Ticket ticket = create();
    assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
    recorder.wanted = Priority.LOW;
    Ticket assigned =
        ledger.write(tx -> tickets.assign(tx, ada, ticket.id(), to(TestDesk.MAX.id())));
    assertThat(assigned.priority()).isEqualTo(Priority.LOW);
    assertThat(history(ticket.id()).getLast().changes())
        .anySatisfy(change -> assertThat(change.field()).isEqualTo("priority"));
  }

  @Test
  void aVetoIsWhatTheCallerGetsAndNothingIsChanged() {
    Ticket ticket = create();
    recorder.veto = ProblemException.of(ErrorCode.CONFLICT, "Not on a Friday");
    assertThatThrownBy(() -> ledger.write(tx -> tickets.close(tx, ada, ticket.id())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Not on a Friday");
    assertThat(ticket(ticket.id())).isEqualTo(ticket);
    assertThat(history(ticket.id())).hasSize(1);
    assertThat(recorder.calls).doesNotContain("after close");
  }

  @Test
  void aFailureAfterTheVerbUndoesOnlyTheHookAndIsSeen() {
    Ticket ticket = create();
    recorder.fails = true;
    Ticket resolved = ledger.write(tx -> tickets.resolve(tx, ada, ticket.id(), "done"));
    assertThat(resolved.status()).isEqualTo(Status.RESOLVED);
    assertThat(ticket(ticket.id())).isEqualTo(resolved);
    assertThat(resolved.messageCount()).isZero();
    long notes = ledger.read(view -> view.messages().count(ticket.id(), true));
    assertThat(notes).isZero();
    HistoryEntry told = history(ticket.id()).getLast();
    assertThat(told.action()).isEqualTo(HistoryAction.NOTIFICATION_SENT);
    assertThat(told.performedBy()).isNull();
    assertThat(told.performedByName()).isEqualTo("Automation");
    assertThat(told.details()).contains("recorder", "failed").doesNotContain("out of order");
    MetricReads.Filter failures =
        new MetricReads.Filter(Metric.AUTOMATION_FAILED, ticket.id(), null, null);
    List<Metric> counted =
        ledger.read(view -> view.metrics().page(failures, ada.scope(), null, 10));
    assertThat(counted)
        .extracting(Metric::dimensions)
        .containsExactly(Map.of("automation", "recorder", "verb", Verb.RESOLVE.wire()));
  }

  private Ticket create() {
    CreateTicket request =
        Json.convert(
            Json.tree(Map.of("subject", "Broken", "category", "technical")), CreateTicket.class);
    return ledger.write(tx -> tickets.create(tx, cora, request));
  }

  private Ticket ticket(UUID id) {
    return ledger.read(view -> view.tickets().find(id)).orElseThrow();
  }

  private List<HistoryEntry> history(UUID id) {
    return ledger.read(view -> view.history().page(id, true, null, 100));
  }

  private Actor actor(UUID id) {
    return ledger.read(view -> view.accounts().find(id)).map(Account::actor).orElseThrow();
  }

  private static TicketPatch patch(String field, String value) {
    return TicketPatch.read(Json.object().put(field, value));
  }

  private static AssignRequest to(UUID agent) {
    return new AssignRequest(null, agent, null);
  }

  private static SendMessage words(String body) {
    return new SendMessage(null, null, body, null, null);
  }
}
