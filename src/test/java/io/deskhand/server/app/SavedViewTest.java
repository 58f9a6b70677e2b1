package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.model.SavedView;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.SavedViewPage;
import io.deskhand.protocol.TicketPage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Filters that the staff keep, with live counts. */
class SavedViewTest extends ServerTest {
  private Client ines;
  private Client bea;

  @BeforeAll
  void signIn() {
    ines = nobody.signIn("ines@demo.desk");
    bea = nobody.signIn("bea@demo.desk");
  }

  @Test
  void aViewCountsWhatTheListWouldAnswerWhoeverAsks() {
    Ticket ticket = newTicket();
    newTicket();
    max.post(Routes.ticket(ticket.id(), "assign"), Map.of("agentId", TestDesk.MAX.id()));
    SavedView mine =
        share(Map.of("assigned_to", "me", "status", "open,InProgress", "sort", "-priority"));
    SavedView free = share(Map.of("assignedTo", "none"));
    assertThat(mine.query()).containsEntry("assignedTo", "me");
    for (Client who : List.of(ada, lea, max, ines)) {
      assertThat(count(who, mine)).isEqualTo(total(who, "assignedTo=me&status=open,in_progress"));
      assertThat(count(who, free)).isEqualTo(total(who, "assignedTo=none"));
    }
    long before = count(max, mine);
    assertThat(before).isPositive();
    max.post(Routes.ticket(ticket.id(), "resolve"), Map.of());
    assertThat(count(max, mine)).isEqualTo(before - 1);
    assertThat(listed(max)).filteredOn(view -> view.id().equals(mine.id())).hasSize(1);
    assertThat(listed(max)).allSatisfy(view -> assertThat(view.count()).isNotNull());
  }

  @Test
  void whatIsMineIsMineAloneAndChangedFieldByField() {
    UUID id = UUID.randomUUID();
    SavedView view =
        max.post(
                Routes.VIEWS,
                Map.of("id", id, "name", " Urgent ", "query", Map.of("priority", "critical")))
            .ok(SavedView.class);
    assertThat(view.id()).isEqualTo(id);
    assertThat(view.name()).isEqualTo("Urgent");
    assertThat(view.shared()).isFalse();
    assertThat(view.ownerId()).isEqualTo(TestDesk.MAX.id());
    for (Client other : List.of(ines, lea, ada)) {
      other.get(path(view)).problem(ErrorCode.NOT_FOUND);
      other.patch(path(view), Map.of("name", "Mine now")).problem(ErrorCode.NOT_FOUND);
      other.delete(path(view)).problem(ErrorCode.NOT_FOUND);
      assertThat(listed(other)).extracting(SavedView::id).doesNotContain(id);
    }
    SavedView renamed = max.patch(path(view), Map.of("name", "Hot")).ok(SavedView.class);
    assertThat(renamed.query()).isEqualTo(view.query());
    assertThat(renamed.version()).isEqualTo(2);
    max.send("PATCH", path(view), "{\"name\": null}").error("name");
    max.post(Routes.VIEWS, Map.of("id", id, "name", "Twin", "query", Map.of()))
        .problem(ErrorCode.CONFLICT);
    assertThat(max.delete(path(view)).status()).isEqualTo(204);
    max.get(path(view)).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void leadsAndAdminsShareWithTheDeskOrADepartment() {
    max.post(Routes.VIEWS, Map.of("name", "All", "query", Map.of(), "shared", true))
        .problem(ErrorCode.FORBIDDEN);
    Map<String, Object> support = new HashMap<>();
    support.put("name", "Support's");
    support.put("query", Map.of());
    support.put("shared", true);
    support.put("departmentId", TestDesk.SUPPORT.id());
    SavedView view = lea.post(Routes.VIEWS, support).ok(SavedView.class);
    assertThat(max.get(path(view)).status()).isEqualTo(200);
    bea.get(path(view)).problem(ErrorCode.NOT_FOUND);
    assertThat(listed(bea)).extracting(SavedView::id).doesNotContain(view.id());
    max.patch(path(view), Map.of("name", "Mine")).problem(ErrorCode.FORBIDDEN);
    max.delete(path(view)).problem(ErrorCode.FORBIDDEN);
    support.put("departmentId", TestDesk.BILLING.id());
    assertThat(lea.post(Routes.VIEWS, support).error("departmentId")).contains("of yours");

    lea.send("PATCH", path(view), "{\"departmentId\": null}").ok(SavedView.class);
    assertThat(bea.get(path(view)).status()).isEqualTo(200);
    ada.patch(path(view), Map.of("position", 3)).ok(SavedView.class);
    lea.patch(path(view), Map.of("shared", false)).ok(SavedView.class);
    max.get(path(view)).problem(ErrorCode.NOT_FOUND);
  }

  @Test
  void aFilterIsCheckedAsTheListChecksIt() {
    assertThat(create(Map.of("status", "lost")).error("status")).isEqualTo("unknown value lost");
    assertThat(create(Map.of("colour", "red")).error("colour")).startsWith("unknown parameter");
    assertThat(create(Map.of("limit", "5")).error("limit")).startsWith("unknown parameter");
    assertThat(create(Map.of("sort", "colour")).error("sort")).contains("unknown value");
    assertThat(create(Map.of("departmentId", "x")).error("departmentId")).isEqualTo("not a UUID");
    assertThat(max.post(Routes.VIEWS, Map.of("name", "x")).error("query")).isEqualTo("is missing");
    assertThat(max.post(Routes.VIEWS, Map.of("filter", "x")).error("filter")).contains("unknown");
    cora.get(Routes.VIEWS).problem(ErrorCode.FORBIDDEN);
    cora.post(Routes.VIEWS, Map.of()).problem(ErrorCode.FORBIDDEN);
  }

  @Test
  void theStreamTellsOfWhatIsSharedAndOfNothingElse() {
    long head = head();
    SavedView own =
        max.post(Routes.VIEWS, Map.of("name", "Own", "query", Map.of())).ok(SavedView.class);
    SavedView shared =
        lea.post(
                Routes.VIEWS,
                Map.of(
                    "name",
                    "Ours",
                    "query",
                    Map.of(),
                    "shared",
                    true,
                    "departmentId",
                    TestDesk.SUPPORT.id()))
            .ok(SavedView.class);
    for (Client who : List.of(max, ines, ada)) {
      JsonNode changes = changes(who, head);
      assertThat(changes.findValuesAsText("id")).contains(shared.id().toString());
      assertThat(changes.findValuesAsText("id")).doesNotContain(own.id().toString());
    }
    assertThat(changes(bea, head).findValuesAsText("id")).isEmpty();
    assertThat(changes(cora, head).findValuesAsText("id")).isEmpty();
    long then = head();
    lea.delete(path(shared));
    assertThat(changes(max, then).path(0).path("op").asText()).isEqualTo("remove");
  }

  private Client.Answer create(Map<String, String> query) {
    return max.post(Routes.VIEWS, Map.of("name", "A view", "query", query));
  }

  private SavedView share(Map<String, String> query) {
    return lea.post(Routes.VIEWS, Map.of("name", "Ours", "query", query, "shared", true))
        .ok(SavedView.class);
  }

  private static String path(SavedView view) {
    return Routes.VIEWS + "/" + view.id();
  }

  private static Long count(Client who, SavedView view) {
    return who.get(path(view)).ok(SavedView.class).count();
  }

  private static long total(Client who, String query) {
    return who.get(Routes.TICKETS + "?" + query).ok(TicketPage.class).total();
  }

  private static List<SavedView> listed(Client who) {
    return who.get(Routes.VIEWS).ok(SavedViewPage.class).views();
  }

  private long head() {
    return ada.get(Routes.CHECKSUM).json().path("head").asLong();
  }

  private static JsonNode changes(Client who, long since) {
    return who.get(Routes.CHANGES + "?since=" + since).json().path("changes");
  }
}
