package io.deskhand.server.feed;

import static io.deskhand.server.feed.Verdict.HIDDEN;
import static io.deskhand.server.feed.Verdict.PUT;
import static io.deskhand.server.feed.Verdict.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Role;
import io.deskhand.protocol.Change;
import io.deskhand.protocol.EntityType;
import io.deskhand.server.store.Audience;
import io.deskhand.server.store.LogRow;
import io.deskhand.server.store.Scope;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final UUID TICKET = UUID.randomUUID();
  private static final UUID MAX = UUID.randomUUID();
  private static final UUID INES = UUID.randomUUID();
  private static final UUID CORA = UUID.randomUUID();
  private static final Scope MAXS = new Scope(MAX, Role.AGENT, Set.of());
  private static final Scope CORAS = new Scope(CORA, Role.CUSTOMER, Set.of());
  private static final Audience WITH_MAX = with(MAX, false);
  private static final Audience WITH_INES = with(INES, false);

  @Test
  void aRowThatCouldAndCanBeSeenIsPut() {
    assertThat(verdict(MAXS, WITH_MAX, WITH_MAX, WITH_MAX)).isEqualTo(PUT);
  }

  @Test
  void aRowThatCouldNeverBeSeenIsHidden() {
    assertThat(verdict(MAXS, WITH_INES, WITH_INES, WITH_INES)).isEqualTo(HIDDEN);
    assertThat(verdict(MAXS, null, WITH_INES, WITH_INES)).isEqualTo(HIDDEN);
  }

  @Test
  void losingATicketRemovesIt() {
    assertThat(verdict(MAXS, WITH_MAX, WITH_INES, WITH_INES)).isEqualTo(REMOVE);
  }

  @Test
  void gainingATicketPutsIt() {
    assertThat(verdict(MAXS, WITH_INES, WITH_MAX, WITH_MAX)).isEqualTo(PUT);
  }

  @Test
  void contentIsWithheldIfTheTicketWasLostAfterTheRowWasWritten() {
    assertThat(verdict(MAXS, WITH_MAX, WITH_MAX, WITH_INES)).isEqualTo(REMOVE);
  }

  @Test
  void contentOfATicketThatWasDeletedLaterIsWithheld() {
    assertThat(verdict(MAXS, WITH_MAX, WITH_MAX, null)).isEqualTo(REMOVE);
  }

  @Test
  void deletionIsTellableOnlyToThoseWhoSawIt() {
    LogRow row = row(Change.Op.REMOVE, WITH_MAX, null);
    assertThat(Verdict.on(row, MAXS, Map.of())).isEqualTo(REMOVE);
    assertThat(Verdict.on(row, CORAS, Map.of())).isEqualTo(REMOVE);
    Scope stranger = new Scope(UUID.randomUUID(), Role.CUSTOMER, Set.of());
    assertThat(Verdict.on(row, stranger, Map.of())).isEqualTo(HIDDEN);
  }

  @Test
  void aNoteIsHiddenFromTheCustomer() {
    LogRow note = row(Change.Op.PUT, null, with(MAX, true));
    assertThat(Verdict.on(note, CORAS, Map.of(TICKET, WITH_MAX))).isEqualTo(HIDDEN);
    assertThat(Verdict.on(note, MAXS, Map.of(TICKET, WITH_MAX))).isEqualTo(PUT);
  }

  @Test
  void rowsOfNoTicketGoToTheStaffOnly() {
    LogRow agent =
        new LogRow(
            1,
            1,
            EntityType.AGENT,
            MAX.toString(),
            Change.Op.PUT,
            new byte[0],
            Audience.STAFF,
            Audience.STAFF,
            null);
    assertThat(Verdict.on(agent, MAXS, Map.of())).isEqualTo(PUT);
    assertThat(Verdict.on(agent, CORAS, Map.of())).isEqualTo(HIDDEN);
  }

  private static Verdict verdict(
      Scope scope, @Nullable Audience before, @Nullable Audience after, @Nullable Audience now) {
    return Verdict.on(
        row(Change.Op.PUT, before, after), scope, now == null ? Map.of() : Map.of(TICKET, now));
  }

  private static LogRow row(Change.Op op, @Nullable Audience before, @Nullable Audience after) {
    return new LogRow(
        1, 1, EntityType.TICKET, TICKET.toString(), op, new byte[0], before, after, TICKET);
  }

  private static Audience with(UUID agent, boolean staffOnly) {
    return new Audience(CORA, agent, null, null, staffOnly, false);
  }
}
