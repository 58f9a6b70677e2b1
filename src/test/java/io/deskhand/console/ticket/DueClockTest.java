package io.deskhand.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.ui.Texts;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueClockTest {
  private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
  private final Texts texts = Texts.of(DueClock.class);

  @ParameterizedTest
  @CsvSource({
    "PT26M, Due in 26 min, SOON",
    "PT30M, Due in 30 min, SOON",
    "PT31M, Due in 31 min, CALM",
    "PT3H20M, Due in 3 h 20 min, CALM",
    "PT20H, Due in 20 h, CALM",
    "P3D, Due in 3 days, CALM",
    "-PT12M, Overdue by 12 min, LATE"
  })
  void theClockTurnsAsTheDeadlineComesNearer(Duration left, String text, DueClock.Level level) {
    assertThat(DueClock.of(ticket(Status.OPEN, left), NOW, texts))
        .isEqualTo(new DueClock(text, level));
  }

  @Test
  void whatIsOverHasNoDeadline() {
    assertThat(DueClock.of(ticket(Status.RESOLVED, Duration.ofMinutes(5)), NOW, texts)).isNull();
  }

  private static Ticket ticket(Status status, Duration left) {
    return new TicketBuilder(new UUID(0, 1), "A ticket", NOW)
        .status(status)
        .dueAt(NOW.plus(left))
        .build();
  }
}
