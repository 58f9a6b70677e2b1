package io.deskhand.sync.outbox;

import static io.deskhand.sync.outbox.Intents.say;
import static io.deskhand.sync.outbox.Intents.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.model.AgentStatus;
import io.deskhand.protocol.BulkRequest;
import io.deskhand.protocol.Job;
import io.deskhand.sync.Intent;
import io.deskhand.sync.PendingIntent.State;
import io.deskhand.sync.cache.StoredIntent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final UUID A = new UUID(1, 1);
  private static final UUID B = new UUID(2, 2);

  @Test
  void oneTicketsIntentsGoOneAfterTheOtherAndOthersBesideThem() {
    StoredIntent first = stored(1, say(A));
    StoredIntent second = stored(2, say(A));
    StoredIntent other = stored(3, say(B));
    StoredIntent mine = stored(4, new Intent.SetMyStatus(AgentStatus.AWAY));
    assertThat(ready(first, second, other, mine)).containsExactly(first, other, mine);
    assertThat(ready(first.sending(), second, other)).containsExactly(other);
    assertThat(ready(first.in(State.APPLIED, null), second)).containsExactly(second);
  }

  @Test
  void aRefusedOneHoldsUpNobodyAndAWaitingOneItsTicketOnly() {
    StoredIntent first = stored(1, say(A));
    StoredIntent second = stored(2, say(A));
    StoredIntent other = stored(3, say(B));
    assertThat(ready(first.in(State.REFUSED, "no"), second, other)).containsExactly(second, other);
    StoredIntent waiting = first.in(State.WAITING, "later");
    assertThat(Lanes.ready(List.of(waiting, second, other), it -> !it.equals(waiting)))
        .containsExactly(other);
  }

  @Test
  void aHeldReplyStopsItsTicketButNoJobOnMany() {
    StoredIntent held = stored(1, say(A)).in(State.HELD, "look");
    StoredIntent close = stored(2, new Intent.Close(A));
    StoredIntent bulk = stored(3, bulk(A, B));
    assertThat(ready(held, close)).isEmpty();
    assertThat(ready(held, bulk)).containsExactly(bulk);
  }

  @Test
  void aJobWaitsForItsTicketsAndTheyForIt() {
    StoredIntent before = stored(1, say(A));
    StoredIntent bulk = stored(2, bulk(A, B));
    StoredIntent after = stored(3, say(B));
    assertThat(ready(before, bulk, after)).containsExactly(before);
    assertThat(ready(bulk, after)).containsExactly(bulk);
    assertThat(ready(bulk.sending(), after)).isEmpty();
  }

  private static List<StoredIntent> ready(StoredIntent... all) {
    return Lanes.ready(List.of(all), intent -> true);
  }

  private static Intent bulk(UUID... tickets) {
    return new Intent.Bulk(
        Job.Kind.RESOLVE,
        new BulkRequest(
            List.of(tickets), null, null, null, "x", null, null, null, null, null, null));
  }
}
