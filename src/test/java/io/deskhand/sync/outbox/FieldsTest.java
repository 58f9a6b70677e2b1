package io.deskhand.sync.outbox;

import static io.deskhand.sync.outbox.Intents.INES;
import static io.deskhand.sync.outbox.Intents.ticket;
import static io.deskhand.sync.outbox.Intents.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.Priority;
import io.deskhand.model.Status;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Intent;
import io.deskhand.sync.cache.IntentBase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private final Ticket seen = ticket(Status.OPEN);

  @Test
  void differentFieldsBothWin() {
    Intent intent = update(seen.id(), "{\"priority\":\"urgent\"}");
    Ticket now = seen.toBuilder().subject("Other").tags(List.of("vip")).version(5).build();
    assertThat(conflict(intent, seen, now)).isEmpty();
  }

  @Test
  void theSameFieldIsRefusedWithBothValues() {
    Intent intent = update(seen.id(), "{\"priority\":\"urgent\"}");
    Ticket now = seen.toBuilder().priority(Priority.LOW).version(5).build();
    assertThat(conflict(intent, seen, now))
        .hasValueSatisfying(words -> assertThat(words).contains("low", "urgent", "medium"));
  }

  @Test
  void whoeverWantedTheSameIsNoConflict() {
    Intent intent = update(seen.id(), "{\"priority\":\"urgent\"}");
    Ticket now = seen.toBuilder().priority(Priority.URGENT).version(5).build();
    assertThat(conflict(intent, seen, now)).isEmpty();
  }

  @Test
  void onesOwnEarlierIntentIsNoConflictWhetherAppliedOrRefused() {
    Intent intent = update(seen.id(), "{\"priority\":\"urgent\"}");
    Ticket shown = seen.toBuilder().priority(Priority.HIGH).build();
    assertThat(conflict(intent, shown, shown.toBuilder().version(5).build())).isEmpty();
    assertThat(conflict(intent, shown, seen)).isEmpty();
  }

  @Test
  void aClearedFieldIsComparedToo() {
    Intent intent = update(seen.id(), "{\"customerPhone\":null}");
    Ticket before = seen.toBuilder().customerPhone("123").build();
    Ticket now = before.toBuilder().customerPhone("456").version(5).build();
    IntentBase base = Fields.base(intent, before, before);
    assertThat(Fields.conflict(intent, base, before)).isEmpty();
    assertThat(Fields.conflict(intent, base, now)).isPresent();
  }

  @Test
  void aTicketThatSomebodyElseTookIsNotAssignedOver() {
    Intent intent = new Intent.Assign(seen.id(), Intents.MAX.id());
    Ticket now = seen.toBuilder().assignedTo(INES).assignedToName("Ines").version(5).build();
    assertThat(conflict(intent, seen, now))
        .hasValueSatisfying(words -> assertThat(words).startsWith("Ines has this ticket"));
  }

  private Optional<String> conflict(Intent intent, Ticket shown, Ticket now) {
    return Fields.conflict(intent, Fields.base(intent, seen, shown), now);
  }
}
