package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Routes;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class OperationsTest extends ServerTest {
  @Test
  void healthTellsTheVersionAndWhetherTheStoreCanBeWritten() {
    assertThat(nobody.get(Routes.HEALTH).json().path("status").asText()).isEqualTo("up");
    assertThat(nobody.get(Routes.HEALTH).json().path("version").asText()).matches("\\d+\\.\\d+.*");
    assertThat(nobody.get(Routes.READY).json().path("status").asText()).isEqualTo("ready");
  }

  @Test
  void requestsAreMeasuredByRouteAndStatus() {
    Ticket ticket = newTicket();
    ada.get(Routes.ticket(ticket.id()));
    ada.get("/nowhere/" + ticket.id());
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(scraped())
                    .contains(
                        "route=\"/support/tickets/{id}\",status=\"200\",le=\"0.1\"",
                        "route=\"none\",status=\"404\""));
    assertThat(scraped())
        .contains("deskhand_sockets 0.0", "deskhand_jobs 0.0", "deskhand_ledger_waiting ")
        .contains("deskhand_ledger_groups_total ", "jvm_memory_used_bytes", "jvm_threads")
        .containsPattern("deskhand_head [1-9]")
        .doesNotContain(ticket.id().toString());
  }

  @Test
  void aProxysRequestForMetricsIsNotFromThisMachine() {
    nobody
        .with("X-Forwarded-For", "203.0.113.7")
        .get(Routes.METRICS)
        .problem(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aSaneRequestIdIsKept() {
    Client.Answer answer = nobody.with("X-Request-Id", "from.proxy-17").get(Routes.TICKETS);
    assertThat(answer.header("X-Request-Id")).isEqualTo("from.proxy-17");
    assertThat(answer.problem(ErrorCode.UNAUTHENTICATED).requestId()).isEqualTo("from.proxy-17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "-dash", "a\"b", "<b>"})
  void anotherOneIsReplaced(String id) {
    assertThat(nobody.with("X-Request-Id", id).get(Routes.HEALTH).header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void theAccessLogNamesTheRouteAndTheRequestAndNobody() {
    Logger log = (Logger) LoggerFactory.getLogger("io.deskhand.access");
    Level before = log.getLevel();
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.setLevel(Level.DEBUG);
    log.addAppender(lines);
    try {
      Ticket ticket = newTicket();
      ada.with("X-Request-Id", "look").get(Routes.ticket(ticket.id()) + "?include=requester");
      Awaitility.await().until(() -> lines.list.stream().anyMatch(OperationsTest::isLook));
      ILoggingEvent line = lines.list.stream().filter(OperationsTest::isLook).findFirst().get();
      assertThat(line.getFormattedMessage())
          .startsWith("GET /support/tickets/{id} 200 ")
          .doesNotContain(ticket.id().toString(), "requester");
    } finally {
      log.detachAppender(lines);
      log.setLevel(before);
    }
  }

  private static boolean isLook(ILoggingEvent event) {
    return "look".equals(event.getMDCPropertyMap().get("requestId"));
  }

  private String scraped() {
    Client.Answer answer = nobody.get(Routes.METRICS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    return answer.response().body();
  }
}
