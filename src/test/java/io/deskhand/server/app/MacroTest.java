package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Activity;
import io.deskhand.model.HistoryEntry;
import io.deskhand.model.Macro;
import io.deskhand.model.Message;
import io.deskhand.model.SenderType;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ActivityPage;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.HistoryPage;
import io.deskhand.protocol.MacroApplied;
import io.deskhand.protocol.MacroPage;
import io.deskhand.protocol.MacroPreview;
import io.deskhand.protocol.MessagePage;
import io.deskhand.protocol.Routes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Canned replies with placeholders and actions. */
class MacroTest extends ServerTest {
  private static final String REPLY =
      "Hello {{customer.firstName|there}}, {{ agent.name }} here about {{ticket.number}}"
          + " ({{organization.name|your account}}).";

  @Test
  void aMacroSendsItsReplyAndTakesItsActionsAsWhoeverAppliesIt() {
    Ticket ticket = newTicket();
    Macro macro =
        make(
            Map.of(
                "body",
                REPLY,
                "actions",
                List.of(
                    act("assign", "me"),
                    act("add_tags", "greeted"),
                    act("set_priority", "critical"),
                    Map.of("type", "add_note", "text", "Said hello"),
                    Map.of("type", "add_activity", "text", "Call back"),
                    act("set_status", "resolved"))));
    MacroApplied applied = apply(macro, ticket).ok(MacroApplied.class);
    Message message = applied.message();
    assertThat(message.body())
        .isEqualTo("Hello Cora, Max here about " + ticket.ticketNumber() + " (Acme).");
    assertThat(message.senderId()).isEqualTo(TestDesk.MAX.id());
    assertThat(message.internal()).isFalse();
    assertThat(applied.ticket()).isEqualTo(read(ticket));
    assertThat(applied.ticket().status()).isEqualTo(Status.RESOLVED);
    assertThat(applied.ticket().assignedTo()).isEqualTo(TestDesk.MAX.id());
    assertThat(applied.ticket().tags()).containsExactly("greeted");
    assertThat(applied.ticket().firstResponseAt()).isNotNull();
    assertThat(messages(ticket))
        .hasSize(2)
        .extracting(Message::senderType)
        .containsOnly(SenderType.AGENT);
    assertThat(history(ticket)).extracting(HistoryEntry::performedByName).contains("Max");
    assertThat(
            max.get(Routes.ACTIVITIES + "?ticketId=" + ticket.id())
                .ok(ActivityPage.class)
                .activities())
        .extracting(Activity::subject)
        .contains("Call back");
  }

  @Test
  void aMacroThatCannotBeFinishedDoesNothing() {
    Ticket ticket = newTicket();
    Macro macro =
        make(
            Map.of(
                "body",
                "On it",
                "actions",
                List.of(act("add_tags", "seen"), act("set_status", "reopened"))));
    apply(macro, ticket).problem(ErrorCode.INVALID_TRANSITION);
    assertThat(read(ticket)).isEqualTo(ticket);
    assertThat(messages(ticket)).isEmpty();
    assertThat(history(ticket)).hasSize(1);
    MacroPreview preview = preview(macro, ticket);
    assertThat(preview.ticket()).isNull();
    assertThat(preview.problem().code()).isEqualTo(ErrorCode.INVALID_TRANSITION);
  }

  @Test
  void whatTakesTheTicketOutOfSightMayComeBeforeTheRest() {
    Ticket ticket = newTicket();
    Macro macro =
        make(
            Map.of(
                "actions",
                List.of(
                    act("assign", TestDesk.INES.id().toString()),
                    act("add_tags", "handed on"),
                    Map.of("type", "add_note", "text", "Yours now"))));
    assertThat(apply(macro, ticket).ok(MacroApplied.class).ticket().tags())
        .containsExactly("handed on");
    max.get(Routes.ticket(ticket.id())).problem(ErrorCode.NOT_FOUND);
    assertThat(lea.get(Routes.ticket(ticket.id())).ok(Ticket.class).messageCount()).isEqualTo(1);
  }

  @Test
  void aPreviewSaysWhatWouldBeAndChangesNothing() {
    Ticket ticket = newTicket();
    Macro macro =
        make(
            Map.of(
                "body",
                "{{department.name}}: {{ticket.subject}}",
                "internal",
                true,
                "actions",
                List.of(act("assign", TestDesk.INES.id().toString()))));
    MacroPreview preview = preview(macro, ticket);
    assertThat(preview.body()).isEqualTo("Support: It does not work");
    assertThat(preview.internal()).isTrue();
    assertThat(preview.problem()).isNull();
    assertThat(preview.ticket().assignedTo()).isEqualTo(TestDesk.INES.id());
    assertThat(preview.ticket().messageCount()).isEqualTo(1);
    assertThat(read(ticket)).isEqualTo(ticket);
    assertThat(messages(ticket)).isEmpty();
    assertThat(history(ticket)).hasSize(1);
  }

  @Test
  void theReplyMayBeEditedAndARepeatDoesNothing() {
    Ticket ticket = newTicket();
    Macro macro = make(Map.of("body", REPLY));
    Client once = max.with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, ?> edited = Map.of("ticketId", ticket.id(), "body", "My own {{words}}");
    MacroApplied first = once.post(path(macro) + "/apply", edited).ok(MacroApplied.class);
    assertThat(first.message().body()).isEqualTo("My own {{words}}");
    assertThat(once.post(path(macro) + "/apply", edited).ok(MacroApplied.class)).isEqualTo(first);
    assertThat(messages(ticket)).hasSize(1);
    max.with("If-Match", "\"1\"")
        .post(path(macro) + "/apply", Map.of("ticketId", ticket.id()))
        .problem(ErrorCode.VERSION_CONFLICT);
  }

  @Test
  void whatACustomerIsCalledIsNoPlaceholder() {
    Ticket ticket =
        ada.post(
                Routes.TICKETS,
                Map.of(
                    "subject",
                    "{{agent.name}} $1 \\",
                    "customerName",
                    "Zoe",
                    "category",
                    "technical"))
            .ok(Ticket.class);
    Macro macro = make(Map.of("body", "About {{ticket.subject}}"));
    MacroPreview preview = preview(macro, ticket);
    assertThat(preview.body()).isEqualTo("About {{agent.name}} $1 \\");
  }

  @Test
  void aMacroIsCheckedByNameAndKeptAsViewsAre() {
    assertThat(max.post(Routes.MACROS, Map.of("name", "x")).error("body")).contains("or actions");
    assertThat(refused(Map.of("body", "{{customer.salary}}")).error("body"))
        .startsWith("unknown placeholder customer.salary; known are agent.firstName");
    assertThat(
            refused(Map.of("actions", List.of(act("assign", "you"), act("paint", "red"))))
                .error("actions[1].type"))
        .isEqualTo("not a valid value for this field");
    assertThat(
            refused(Map.of("actions", List.of(act("set_status", "lost"))))
                .error("actions[0].values[0]"))
        .isEqualTo("not a value for this");
    ada.post(
            Routes.RULES,
            Map.of(
                "name", "r", "verbs", List.of("create"), "actions", List.of(act("assign", "me"))))
        .error("actions[0].values[0]");
    Macro macro = make(Map.of("body", "Hi", "actions", List.of(act("add_tags", "a"))));
    lea.get(path(macro)).problem(ErrorCode.NOT_FOUND);
    assertThat(lea.get(Routes.MACROS).ok(MacroPage.class).macros()).doesNotContain(macro);
    Macro cleared = max.send("PATCH", path(macro), "{\"body\": null}").ok(Macro.class);
    assertThat(cleared.body()).isNull();
    assertThat(cleared.actions()).isEqualTo(macro.actions());
    max.send("PATCH", path(macro), "{\"actions\": null}").error("body");
    assertThat(max.delete(path(macro)).status()).isEqualTo(204);
    cora.get(Routes.MACROS).problem(ErrorCode.FORBIDDEN);
  }

  @Test
  void whatOneDoesNotSeeOneDoesNotTouch() {
    Ticket ticket = newTicket();
    Macro macro =
        lea.post(Routes.MACROS, Map.of("name", "Ours", "body", "Hi", "shared", true))
            .ok(Macro.class);
    Client bea = nobody.signIn("bea@demo.desk");
    Map<String, ?> wish = Map.of("ticketId", ticket.id());
    bea.post(path(macro) + "/apply", wish).problem(ErrorCode.NOT_FOUND);
    bea.post(path(macro) + "/preview", wish).problem(ErrorCode.NOT_FOUND);
    cora.post(path(macro) + "/apply", wish).problem(ErrorCode.FORBIDDEN);
    assertThat(max.post(path(macro) + "/apply", Map.of()).error("ticketId"))
        .isEqualTo("is missing");
    assertThat(messages(ticket)).isEmpty();
  }

  private Macro make(Map<String, ?> fields) {
    return max.post(Routes.MACROS, named(fields)).ok(Macro.class);
  }

  private Client.Answer refused(Map<String, ?> fields) {
    return max.post(Routes.MACROS, named(fields));
  }

  private static Map<String, Object> named(Map<String, ?> fields) {
    Map<String, Object> named = new HashMap<>(fields);
    named.put("name", "A macro");
    return named;
  }

  private static Map<String, ?> act(String type, String... values) {
    return Map.of("type", type, "values", List.of(values));
  }

  private static String path(Macro macro) {
    return Routes.MACROS + "/" + macro.id();
  }

  private Client.Answer apply(Macro macro, Ticket ticket) {
    return max.post(path(macro) + "/apply", Map.of("ticketId", ticket.id()));
  }

  private MacroPreview preview(Macro macro, Ticket ticket) {
    return max.post(path(macro) + "/preview", Map.of("ticketId", ticket.id()))
        .ok(MacroPreview.class);
  }

  private Ticket read(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id())).ok(Ticket.class);
  }

  private List<Message> messages(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id(), "messages")).ok(MessagePage.class).messages();
  }

  private List<HistoryEntry> history(Ticket ticket) {
    return ada.get(Routes.ticket(ticket.id(), "history")).ok(HistoryPage.class).history();
  }
}
