package io.deskhand.console.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.console.bind.Outcomes;
import io.deskhand.console.fixture.FixtureContext;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Drafts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DraftsViewModelTest {
  private final FixtureContext context = new FixtureContext();
  private final UUID one = context.desk.data().ticketId(1);
  private final UUID two = context.desk.data().ticketId(2);
  private final Map<UUID, Ticket> seen = new HashMap<>();
  private final DraftsViewModel model =
      new DraftsViewModel(
          context.desk,
          Runnable::run,
          new Outcomes(Runnable::run, context.dialogs),
          context.at.clock(),
          id -> Optional.ofNullable(seen.get(id)));

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void whatIsTypedAnywhereIsThereNewestFirst() {
    see(one);
    see(two);
    write(one, "Dear Cora");
    context.seconds(5);
    write(two, "Dear Tom");
    assertThat(entries()).extracting(DraftEntry::text).containsExactly("Dear Tom", "Dear Cora");
    assertThat(entries()).allMatch(DraftEntry::isWithinReach);
    write(two, "");
    assertThat(entries()).extracting(DraftEntry::text).containsExactly("Dear Cora");
  }

  @Test
  void ofATicketOutOfReachNothingIsLeftButTheAgentsWords() {
    see(one);
    see(two);
    write(one, "An hour of work");
    context.seconds(5);
    write(two, "Newer");
    seen.remove(one);
    model.refresh();
    DraftEntry lost = entries().getFirst();
    assertThat(lost.subject()).isNull();
    assertThat(lost.text()).isEqualTo("An hour of work");
    model.delete(lost);
    assertThat(entries()).extracting(DraftEntry::text).containsExactly("Newer");
    assertThat(context.desk.drafts().of(one)).isEmpty();
  }

  private void see(UUID id) {
    seen.put(id, context.desk.open(id).state().get().ticket());
  }

  private void write(UUID id, String words) {
    context.desk.drafts().save(new Drafts.Draft(id, words, 0, false, context.at.clock().instant()));
  }

  private List<DraftEntry> entries() {
    return model.entriesProperty().get();
  }
}
