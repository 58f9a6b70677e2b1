package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.Json;
import io.deskhand.protocol.Problem;
import io.deskhand.protocol.ProblemException;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a fault of the server's own looks like from outside, and in the log. */
class FailingTest {
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private Javalin javalin;

  @BeforeEach
  void start() {
    log.start();
    logger().addAppender(log);
    javalin =
        Javalin.create(
                config -> {
                  Requests.register(config.routes, false);
                  config.routes.get(
                      "/fault",
                      context -> {
                        throw new IllegalStateException("SELECT secret FROM secrets");
                      });
                  config.routes.get(
                      "/full",
                      context -> {
                        throw ProblemException.of(ErrorCode.OUT_OF_SPACE, "The disk is full");
                      });
                  config.routes.get(
                      "/busy",
                      context -> {
                        throw ProblemException.of(ErrorCode.UNAVAILABLE, "Too much to do");
                      });
                  Failing.register(config.routes);
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    javalin.stop();
    logger().detachAppender(log);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Failing.class);
  }

  @Test
  void aFaultTellsNothingButAnIdThatTheLogKnows() throws Exception {
    HttpResponse<String> answer = get("/fault");
    Problem problem = Json.read(answer.body(), Problem.class);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(problem.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(answer.body()).doesNotContain("SELECT", "IllegalState", "\tat ");
    assertThat(log.list)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getFormattedMessage()).contains(problem.requestId());
              assertThat(event.getThrowableProxy().getMessage()).contains("SELECT");
            });
  }

  @Test
  void aFullDiskAndABusyServerSaySoAndAreNoFault() throws Exception {
    assertThat(get("/full").statusCode()).isEqualTo(507);
    HttpResponse<String> busy = get("/busy");
    assertThat(busy.statusCode()).isEqualTo(503);
    assertThat(busy.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(log.list).isEmpty();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + javalin.port() + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }
}
