package io.deskhand.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketNumberTest extends ServerTest {
  @Test
  void numbersBeginAnewWithTheYear() {
    clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T23:59:58Z")));
    cora = nobody.signIn("cora@demo.desk");
    String last = newTicket().ticketNumber();
    assertThat(last).startsWith("TKT-2026-");
    clock.advance(Duration.ofSeconds(2));
    assertThat(newTicket().ticketNumber()).isEqualTo("TKT-2027-000001");
    assertThat(newTicket().ticketNumber()).isEqualTo("TKT-2027-000002");
  }
}
