package io.deskhand.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"InProgress", "in-progress", "IN_PROGRESS", "in_progress", "In Progress"})
  void aValueHasManySpellingsGoingIn(String spelling) {
    assertThat(Json.read("{\"status\":\"" + spelling + "\"}", StatusRequest.class).status())
        .isEqualTo(Status.IN_PROGRESS);
  }

  @Test
  void criticalIsUrgent() {
    assertThat(Json.read("{\"priority\":\"Critical\"}", CreateTicket.class).priority())
        .isEqualTo(Priority.URGENT);
  }

  @Test
  void snakeCaseNamesAreUnderstood() {
    UUID customer = UUID.randomUUID();
    assertThat(Json.read("{\"customer_id\":\"" + customer + "\"}", CreateTicket.class).customerId())
        .isEqualTo(customer);
  }

  @Test
  void oneFieldInTwoSpellingsIsRefused() {
    assertThatThrownBy(
            () ->
                Json.read("{\"refresh_token\":\"a\",\"refreshToken\":\"b\"}", RefreshRequest.class))
        .isInstanceOf(BadJson.class)
        .hasMessage("given twice");
  }

  @Test
  void whatGoesOutHasOneSpelling() {
    Ticket ticket =
        new TicketBuilder(new UUID(1, 2), "Slow", Instant.parse("2026-11-01T10:00:00.1234Z"))
            .status(Status.IN_PROGRESS)
            .build();

    assertThat(Json.text(ticket))
        .contains("\"status\":\"in_progress\"", "\"createdAt\":\"2026-11-01T10:00:00.123Z\"")
        .doesNotContain("null", "assignedTo");
  }

  @Test
  void aTicketComesBackAsItWent() {
    Ticket ticket =
        new TicketBuilder(UUID.randomUUID(), "Ünïcode 🙂", Instant.parse("2026-01-01T00:00:00Z"))
            .satisfaction(5)
            .tags(java.util.List.of("vip", "a b"))
            .build();
    assertThat(Json.read(Json.bytes(ticket), Ticket.class)).isEqualTo(ticket);
    assertThat(Json.readTrusted(Json.bytes(ticket), Ticket.class)).isEqualTo(ticket);
  }

  @Test
  void aPageOfChangesIsTheSameHoweverItIsRead() {
    for (String page : List.of(page("ticket", "{\"subject\":\"S\"}"), page("later", "[1]"))) {
      String snake = page.replace("scopeVersion", "scope_version");
      for (String text : List.of(page, snake)) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Json.readRows(json, ChangePage.class).changes().getFirst().data())
            .isEqualTo(Json.read(json, ChangePage.class).changes().getFirst().data());
      }
    }
  }

  @Test
  void theRowsOfAPageAreThoseThatWereSent() {
    Ticket ticket =
        new TicketBuilder(UUID.randomUUID(), "S", Instant.parse("2026-01-01T00:00:00Z")).build();
    byte[] camel = page("ticket", Json.text(ticket)).getBytes(StandardCharsets.UTF_8);
    byte[] snake =
        page("ticket", Json.text(ticket).replace("createdAt", "created_at"))
            .getBytes(StandardCharsets.UTF_8);

    for (byte[] json : List.of(camel, snake)) {
      ChangePage page = Json.readRows(json, ChangePage.class);
      assertThat(Json.convert(page.changes().getFirst().data(), Ticket.class)).isEqualTo(ticket);
      assertThat(page.epoch()).isEqualTo(new UUID(0, 1));
      Change removal = page.changes().getLast();
      assertThat(removal).isEqualTo(new Change(8, EntityType.TICKET, "b", Change.Op.REMOVE, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"subject\":\"S\",\"subject\":\"S\"}",
        "{\"subjec\":\"S\"}",
        "{\"version\":1.5}"
      })
  void aPageWithARowThatIsNoneIsRefusedOrItsRowIs(String row) {
    byte[] json = page("ticket", row).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                Json.convert(
                    Json.readRows(json, ChangePage.class).changes().getFirst().data(),
                    Ticket.class))
        .isInstanceOf(BadJson.class);
  }

  private static String page(String entity, String data) {
    return """
    {"changes":[{"seq":7,"entity":"%s","id":"a","op":"put","data":%s},
    {"seq":8,"entity":"ticket","id":"b","op":"remove"}],"next":8,"more":false,"head":9,
    "epoch":"00000000-0000-0000-0000-000000000001","schema":1,"scopeVersion":2}
    """
        .formatted(entity, data);
  }

  @Test
  void anUnknownFieldIsNamed() {
    BadJson refusal =
        catchThrowableOfType(
            BadJson.class, () -> Json.read("{\"statu\":\"open\"}", StatusRequest.class));
    assertThat(refusal.field()).isEqualTo("statu");
    assertThat(refusal).hasMessage("unknown field statu");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"open\"",
        "{\"status\":7}",
        "{\"status\":true}",
        "{\"status\":\"ajar\"}",
        "{\"status\":[\"open\"]}",
        "{\"status\":\"open\"} x",
        "{\"status\":\"open\",\"status\":\"open\"}"
      })
  void whatDoesNotFitIsRefused(String json) {
    assertThatThrownBy(() -> Json.read(json, StatusRequest.class)).isInstanceOf(BadJson.class);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThatThrownBy(() -> Json.parse(deep.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadJson.class);
  }

  @Test
  void aMessageNeverQuotesWhatWasSent() {
    assertThatThrownBy(() -> Json.parse("{\"password\":\"hunter2\",}"))
        .isInstanceOf(BadJson.class)
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void aPatchTellsClearedFromLeftOut() {
    TicketPatch patch = TicketPatch.read(Json.parse("{\"description\":null,\"tags\":[\"x\"]}"));
    Ticket before =
        new TicketBuilder(UUID.randomUUID(), "S", Instant.EPOCH)
            .description("old")
            .resolution("kept")
            .build();

    Ticket after = patch.applyTo(before);

    assertThat(after.description()).isNull();
    assertThat(after.tags()).containsExactly("x");
    assertThat(after.subject()).isEqualTo("S");
  }

  @Test
  void aPatchCannotClearWhatATicketMustHave() {
    assertThatThrownBy(() -> TicketPatch.read(Json.parse("{\"subject\":null}")))
        .isInstanceOfSatisfying(
            BadJson.class, refusal -> assertThat(refusal.field()).isEqualTo("subject"));
  }
}
