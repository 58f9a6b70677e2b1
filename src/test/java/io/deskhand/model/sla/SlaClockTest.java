package io.deskhand.model.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.model.TicketBuilder;
import io.deskhand.model.calendar.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An hour for the first response and four for the resolution, of any time. */
class SlaClockTest {
  private static final Instant BEGIN = Instant.parse("2026-11-16T09:00:00Z");
  private static final SlaPlan PLAN =
      new SlaPlan(null, BusinessTime.ALWAYS, Duration.ofHours(1), Duration.ofHours(4));

  private Ticket ticket =
      new TicketBuilder(new UUID(0, 1), "Help", BEGIN)
          .status(Status.OPEN)
          .priority(Priority.MEDIUM)
          .build();

  private SlaClock clock = SlaClock.start(ticket, PLAN, BEGIN);

  @Test
  void aResolutionThatIsTakenBackGoesOnWhereItEnded() {
    answerAt(30);
    moveAt(120, Status.RESOLVED);
    moveAt(180, Status.IN_PROGRESS);
    assertThat(clock.dueAt()).isEqualTo(minute(300));
    assertThat(clock.reopened()).isZero();
  }

  @Test
  void aTargetThatWasMissedStaysMissedThoughTheTicketIsReopened() {
    answerAt(30);
    moveAt(241, Status.RESOLVED);
    assertThat(clock.resolution().mark()).isEqualTo(SlaMark.MISSED);
    moveAt(300, Status.REOPENED);
    moveAt(310, Status.RESOLVED);
    assertThat(clock.resolution().mark()).isEqualTo(SlaMark.MISSED);
    assertThat(clock.firstResponse().mark()).isEqualTo(SlaMark.MET);
  }

  @Test
  void whatComesAtTheDeadlineIsInTime() {
    answerAt(60);
    assertThat(clock.firstResponse().mark()).isEqualTo(SlaMark.MET);
  }

  @Test
  void aResolutionWithoutAnAnswerEndsBothTargets() {
    moveAt(50, Status.RESOLVED);
    assertThat(clock.firstResponse().mark()).isEqualTo(SlaMark.MET);
    moveAt(60, Status.REOPENED);
    assertThat(clock.dueAt()).isEqualTo(minute(300));
  }

  @Test
  void pausesAreNotCounted() {
    moveAt(10, Status.PENDING);
    moveAt(500, Status.OPEN);
    moveAt(520, Status.PENDING);
    assertThat(clock.dueAt()).isNull();
    assertThat(clock.alertAt()).isNull();
    moveAt(900, Status.OPEN);
    assertThat(clock.dueAt()).isEqualTo(minute(930));
  }

  @Test
  void alertsComeOnceAndInTheirOrder() {
    assertThat(clock.alertAt()).isEqualTo(minute(48));
    assertThat(alertsAt(47)).isEmpty();
    assertThat(alertsAt(48)).containsExactly(alert(SlaTarget.FIRST_RESPONSE, false, 60));
    assertThat(alertsAt(60)).isEmpty();
    assertThat(alertsAt(61)).containsExactly(alert(SlaTarget.FIRST_RESPONSE, true, 60));
    assertThat(clock.firstResponse().mark()).isEqualTo(SlaMark.MISSED);
    // A long time without anybody who looks: only the worst is told.
    assertThat(alertsAt(300)).containsExactly(alert(SlaTarget.RESOLUTION, true, 240));
    assertThat(clock.alertAt()).isNull();
  }

  private List<SlaAlert> alertsAt(int minutes) {
    SlaClock.Alerted alerted = clock.alert(BusinessTime.ALWAYS, minute(minutes));
    clock = alerted.clock();
    return alerted.alerts();
  }

  private static SlaAlert alert(SlaTarget target, boolean breached, int due) {
    SlaAlert.Kind kind = breached ? SlaAlert.Kind.BREACHED : SlaAlert.Kind.DUE_SOON;
    return new SlaAlert(new UUID(0, 1), target, kind, 0, minute(due));
  }

  private void answerAt(int minutes) {
    next(ticket.toBuilder().firstResponseAt(minute(minutes)).build(), minutes);
  }

  private void moveAt(int minutes, Status status) {
    next(ticket.toBuilder().status(status).build(), minutes);
  }

  private void next(Ticket after, int minutes) {
    assertThat(SlaClock.isMovedBy(ticket, after)).isTrue();
    clock = clock.next(ticket, after, BusinessTime.ALWAYS, () -> PLAN, minute(minutes));
    ticket = after;
  }

  private static Instant minute(int minutes) {
    return BEGIN.plus(Duration.ofMinutes(minutes));
  }
}
