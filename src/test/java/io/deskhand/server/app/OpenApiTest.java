package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.deskhand.model.Deal;
import io.deskhand.model.Macro;
import io.deskhand.model.SavedView;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.Job;
import io.deskhand.protocol.JobAccepted;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Routes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiTest extends ServerTest {
  private static final String KNOWN = "unknown parameter; known are ";
  private JsonNode document;
  private Ticket ticket;
  private UUID job;
  private UUID deal;
  private UUID view;
  private UUID macro;

  @BeforeAll
  void prepare() {
    document = nobody.get(Routes.OPENAPI).json();
    ticket =
        ada.post(
                Routes.TICKETS,
                Map.of("subject", "Broken", "customerId", TestDesk.CORA.id(), "tags", List.of("a")))
            .ok(Ticket.class);
    max.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", "Hello"));
    job =
        ada.post(
                Routes.BULK + "/assign",
                Map.of("ticketIds", List.of(ticket.id(), UUID.randomUUID()), "auto", true))
            .ok(JobAccepted.class)
            .job()
            .id();
    deal = ada.post(Routes.DEALS, Map.of("name", "Renewal")).ok(Deal.class).id();
    view =
        ada.post(Routes.VIEWS, Map.of("name", "Open", "query", Map.of("status", "open")))
            .ok(SavedView.class)
            .id();
    macro =
        ada.post(
                Routes.MACROS,
                Map.of(
                    "name",
                    "Thanks",
                    "body",
                    "Thanks!",
                    "actions",
                    List.of(Map.of("type", "auto_assign"))))
            .ok(Macro.class)
            .id();
    Awaitility.await().until(() -> ada.get(Routes.JOBS + "/" + job).ok(Job.class).isFinished());
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    assertThat(server.routes())
        .allSatisfy(route -> assertThat(route.operation()).as(route.path()).isNotNull());
    Set<String> registered = new TreeSet<>();
    server.routes().forEach(route -> registered.add(route.method() + " " + route.path()));
    Set<String> described = new TreeSet<>();
    operations().forEach(one -> described.add(one.method() + " " + one.path()));
    assertThat(described).isEqualTo(registered).hasSizeGreaterThan(40);
  }

  @Test
  void theDocumentIsSoundInItself() {
    assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
    assertThat(document.path("info").path("version").asText()).isNotBlank();
    assertThat(operations().stream().map(one -> one.node().path("operationId").asText()))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
    for (Described one : operations()) {
      List<String> inPath =
          Pattern.compile("\\{(\\w+)}")
              .matcher(one.path())
              .results()
              .map(match -> match.group(1))
              .toList();
      assertThat(one.parameters("path")).as(one.path()).containsExactlyElementsOf(inPath);
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void aReadKnowsExactlyTheParametersThatAreDescribed(String path) {
    Described described = described("get", path);
    Client.Answer answer = ada.get(filled(path) + "?nonsense=1");
    Set<String> known = new TreeSet<>();
    if (answer.status() == 422) {
      String list = answer.error("nonsense").substring(KNOWN.length());
      known.addAll(list.equals("none") ? List.of() : Arrays.asList(list.split(", ")));
    }
    assertThat(described.parameters("query")).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @MethodSource("reads")
  void whatAReadAnswersIsWhatIsDescribed(String path) {
    String since = path.equals(Routes.CHANGES) ? "?since=" + head() : "";
    Client.Answer answer = ada.get(filled(path) + since);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    assertFits(described("get", path), 200, answer.json());
  }

  @Test
  void includedThingsAreDescribed() {
    JsonNode answer =
        ada.get(Routes.ticket(ticket.id()) + "?include=requester,assignee,organization").json();
    assertThat(answer.path("assignee").isObject()).isTrue();
    assertFits(described("get", Routes.ticket("{id}")), 200, answer);
  }

  @Test
  void whatAWriteTakesAndAnswersIsWhatIsDescribed() {
    Described create = described("post", Routes.TICKETS);
    ObjectNode body =
        (ObjectNode) Json.tree(Map.of("subject", "New", "priority", "high", "tags", List.of("a")));
    assertThat(validate(requestSchema(create), body)).isEmpty();
    Client.Answer created = ada.post(Routes.TICKETS, body);
    assertThat(created.status()).isEqualTo(201);
    assertFits(create, 201, created.json());

    body.put("priority", "dire").put("nonsense", 1);
    assertThat(validate(requestSchema(create), body).toString())
        .contains("/priority: does not have a value", "'nonsense' is not defined");
    Client.Answer refused = ada.post(Routes.TICKETS, body);
    assertThat(refused.status()).isEqualTo(422);
    assertFits(create, 422, refused.json());

    String id = created.json().path("id").asText();
    Client.Answer cleared =
        ada.send("PATCH", Routes.ticket(id), "{\"customerPhone\": null, \"status\": \"pending\"}");
    Described patch = described("patch", Routes.ticket("{id}"));
    assertFits(patch, 200, cleared.json());
    Client.Answer stale =
        ada.with("If-Match", "\"1\"").patch(Routes.ticket(id), Map.of("subject", "Later"));
    assertFits(patch, 412, stale.json());
    Client.Answer bulk =
        ada.post(Routes.BULK + "/status", Map.of("ticketIds", List.of(id), "status", "open"));
    assertFits(described("post", Routes.BULK + "/status"), 202, bulk.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api", "/api/v1/admin"})
  void everyDescribedServerAnswers(String prefix) {
    assertThat(document.path("servers").findValuesAsText("url"))
        .contains(prefix.isEmpty() ? "/" : prefix);
    Client.Answer answer = lea.get(prefix + Routes.TICKETS);
    assertFits(described("get", Routes.TICKETS), 200, answer.json());
  }

  /** A described read, but for those that answer no JSON of their own. */
  private static Stream<String> reads() {
    String ticket = Routes.ticket("{id}");
    return Stream.of(
        Routes.TICKETS,
        ticket,
        ticket + "/messages",
        ticket + "/history",
        Routes.AGENTS,
        Routes.DEPARTMENTS,
        Routes.CATEGORIES,
        Routes.STATS,
        Routes.AGENT_STATS,
        Routes.DEPARTMENT_STATS,
        Routes.SLA_STATS,
        Routes.SLA_POLICIES,
        Routes.CALENDARS,
        Routes.RULES,
        Routes.VIEWS,
        Routes.VIEWS + "/{id}",
        Routes.MACROS,
        Routes.MACROS + "/{id}",
        Routes.ESCALATIONS,
        Routes.ACTIVITIES,
        Routes.ISSUES,
        Routes.TICKET_METRICS,
        Routes.JOBS + "/{id}",
        Routes.CHANGES,
        Routes.SNAPSHOT,
        Routes.CHECKSUM,
        Routes.CUSTOMERS,
        Routes.CUSTOMERS + "/{id}",
        Routes.ORGANIZATIONS,
        Routes.ORGANIZATIONS + "/{id}",
        Routes.DEALS,
        Routes.DEALS + "/{id}");
  }

  @Test
  void everyDescribedReadIsTried() {
    List<String> described =
        operations().stream()
            .filter(one -> one.method().equals("GET") && one.path().startsWith(Routes.SUPPORT))
            .map(Described::path)
            .filter(path -> !path.equals(Routes.LIVE))
            .filter(path -> !path.startsWith(Routes.ATTACHMENTS))
            .toList();
    assertThat(reads()).containsExactlyInAnyOrderElementsOf(described);
  }

  private long head() {
    return ada.get(Routes.CHECKSUM).json().path("head").asLong();
  }

  private String filled(String path) {
    Map<String, UUID> ids =
        Map.of(
            Routes.JOBS,
            job,
            Routes.CUSTOMERS,
            TestDesk.CORA.id(),
            Routes.ORGANIZATIONS,
            TestDesk.ACME.id(),
            Routes.DEALS,
            deal,
            Routes.VIEWS,
            view,
            Routes.MACROS,
            macro);
    UUID id = ids.getOrDefault(path.replace("/{id}", ""), ticket.id());
    return path.replace("{id}", id.toString());
  }

  private record Described(String method, String path, JsonNode node) {
    List<String> parameters(String in) {
      List<String> names = new ArrayList<>();
      for (JsonNode parameter : node.path("parameters")) {
        if (parameter.path("in").asText().equals(in)) {
          names.add(parameter.path("name").asText());
        }
      }
      return names;
    }
  }

  private List<Described> operations() {
    List<Described> all = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            all.add(
                                new Described(
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue()))));
    return all;
  }

  private Described described(String method, String path) {
    JsonNode node = document.path("paths").path(path).path(method);
    assertThat(node.isObject()).as(path).isTrue();
    return new Described(method, path, node);
  }

  private void assertFits(Described operation, int status, JsonNode answer) {
    JsonNode response = operation.node().path("responses").path(Integer.toString(status));
    if (response.has("$ref")) {
      response = document.at(response.path("$ref").asText().substring(1));
    }
    JsonNode content = response.path("content");
    assertThat(content).as(operation.path() + " " + status).hasSize(1);
    assertThat(validate(content.elements().next().path("schema"), answer))
        .as(answer.toString())
        .isEmpty();
  }

  private static JsonNode requestSchema(Described operation) {
    return operation
        .node()
        .path("requestBody")
        .path("content")
        .path("application/json")
        .path("schema");
  }

  /** Against the schema as it stands, but nothing beyond it. */
  private Set<ValidationMessage> validate(JsonNode schema, JsonNode value) {
    ObjectNode root = schema.deepCopy();
    root.set("components", document.path("components").deepCopy());
    root.put("unevaluatedProperties", false);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(root, config())
        .validate(value);
  }

  private static SchemaValidatorsConfig config() {
    return SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
  }
}
