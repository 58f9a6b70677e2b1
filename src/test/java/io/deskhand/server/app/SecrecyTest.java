package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.deskhand.model.Ticket;
import io.deskhand.protocol.ErrorCode;
import io.deskhand.protocol.LoginRequest;
import io.deskhand.protocol.RefreshRequest;
import io.deskhand.protocol.Routes;
import io.deskhand.protocol.Tokens;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing that is somebody's secret gets into the log, whatever goes wrong. */
class SecrecyTest extends ServerTest {
  private static final String MARK = "zyzzyva";
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger desk = (Logger) LoggerFactory.getLogger("io.deskhand");
  private Level before;

  @BeforeEach
  void listen() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%level %logger %mdc %msg%n%ex");
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(log);
    appender.start();
    before = desk.getLevel();
    desk.setLevel(Level.DEBUG);
    root.addAppender(appender);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(appender);
    desk.setLevel(before);
    appender.stop();
  }

  @Test
  void noNameAddressPasswordTokenOrWordOfAMessageIsLogged() {
    Tokens tokens = nobody.tokens("bea@demo.desk");
    Client bea = nobody.bearer(tokens.accessToken());
    Map<String, Object> request =
        Map.of(
            "subject", MARK + " subject",
            "description", MARK + " description",
            "customerName", MARK + " name",
            "customerEmail", MARK + "@mail.example",
            "customerPhone", "+49 30 5551234567",
            "category", "billing");
    Ticket ticket = bea.post(Routes.TICKETS, request).ok(Ticket.class);
    bea.post(Routes.ticket(ticket.id(), "messages"), Map.of("body", MARK + " body"));
    bea.get(Routes.TICKETS + "?q=" + MARK);
    bea.post(Routes.TICKETS, Map.of("subject", "s", "customerEmail", MARK, "colour", MARK));
    bea.send("POST", Routes.TICKETS, "{\"subject\": \"" + MARK);
    nobody.post(Routes.LOGIN, new LoginRequest(MARK + "@mail.example", MARK + "password"));
    nobody.post(Routes.REFRESH, new RefreshRequest(MARK + "token"));
    nobody.bearer(MARK + "token").get(Routes.TICKETS).problem(ErrorCode.UNAUTHENTICATED);
    nobody.bearer(tokens.accessToken() + MARK).get(Routes.TICKETS);
    // A log that says nothing at all would pass as well.
    desk.info("the log is listened to");

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("the log is listened to")
        .doesNotContain(
            MARK,
            "5551234567",
            tokens.accessToken(),
            tokens.refreshToken(),
            TestDesk.PASSWORD + "\"");
  }
}
