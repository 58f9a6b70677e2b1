package io.deskhand.console.drafts;

import io.deskhand.console.bind.LiveProperty;
import io.deskhand.console.bind.Outcomes;
import io.deskhand.model.Ticket;
import io.deskhand.sync.Desk;
import io.deskhand.sync.Drafts;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The agent's own unsent words, those first whose ticket is out of reach: of that nothing is left
 * but what the agent has typed. FX thread only.
 */
public final class DraftsViewModel implements AutoCloseable {
  private final Desk desk;
  private final Outcomes outcomes;
  private final Clock clock;
  private final Function<UUID, Optional<Ticket>> tickets;
  private final LiveProperty<List<Drafts.Draft>> drafts;
  private final ReadOnlyObjectWrapper<List<DraftEntry>> entries =
      new ReadOnlyObjectWrapper<>(List.of());

  /**
   * The drafts of a desk.
   *
   * @param fx runs tasks on the FX thread
   * @param tickets finds a ticket that this person sees
   */
  public DraftsViewModel(
      Desk desk,
      Executor fx,
      Outcomes outcomes,
      Clock clock,
      Function<UUID, Optional<Ticket>> tickets) {
    this.desk = desk;
    this.outcomes = outcomes;
    this.clock = clock;
    this.tickets = tickets;
    this.drafts = new LiveProperty<>(desk.drafts().all(), fx);
    drafts.property().subscribe(all -> refresh());
  }

  ReadOnlyObjectProperty<List<DraftEntry>> entriesProperty() {
    return entries.getReadOnlyProperty();
  }

  /** Looks again which tickets are within reach: call it when the panel is shown. */
  public void refresh() {
    entries.set(
        drafts.get().stream()
            .map(this::entry)
            .sorted(
                Comparator.comparing(DraftEntry::isWithinReach)
                    .thenComparing(DraftEntry::savedAt, Comparator.reverseOrder()))
            .toList());
  }

  /**
   * Throws a draft away whose ticket is out of reach; others are emptied where they are written.
   */
  void delete(DraftEntry entry) {
    outcomes.watch(
        desk.drafts()
            .save(new Drafts.Draft(entry.ticketId(), "", 0, entry.note(), clock.instant())));
  }

  @Override
  public void close() {
    drafts.close();
  }

  private DraftEntry entry(Drafts.Draft draft) {
    return new DraftEntry(
        draft.ticketId(),
        tickets.apply(draft.ticketId()).map(Ticket::subject).orElse(null),
        draft.text(),
        draft.internal(),
        draft.savedAt());
  }
}
